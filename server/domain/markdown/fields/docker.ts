import type { Field } from "./field.js";

export const docker: Field = {
  programs: `
    docker: attach build builder+ buildx+ commit compose+ config+ container+ context+ cp create diff events exec export history image+ images import
      info inspect kill load login logout logs manifest+ network+ node+ pause plugin+ port ps pull push rename restart rm rmi run save scout search
      secret+ service+ stack+ start stats stop swarm+ system+ tag top unpause update version volume+ wait
    docker-compose: build config create down exec images kill logs pause port ps pull push restart rm run scale start stop top unpause up
    podman: attach build commit container+ cp create exec image+ images info inspect kill login logout logs network+ pod+ ps pull push restart rm
      rmi run save start stop tag top volume+`,
  notations: [
    {
      name: "Dockerfile",
      asked: { in: "a Dockerfile" },
      called: "dockerfile, dockerfiles, docker, containerfile",
      saidWith: "",
      fences: "dockerfile docker containerfile",
      marks: "",
      layout: "lines",
      comment: "#",
      asides: "",
      noun: "instruction",
      keywords: `
        ADD/COPY, ARG/ENV, CMD/ENTRYPOINT, EXPOSE, FROM, HEALTHCHECK, LABEL, MAINTAINER, ONBUILD, RUN, SHELL, STOPSIGNAL, USER, VOLUME, WORKDIR`,
    },
    {
      name: "Compose",
      asked: { in: "a Compose file" },
      called: "compose, docker-compose, docker compose, compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml",
      saidWith: "docker compose, docker-compose, compose file, compose.yaml, compose.yml",
      fences: "yaml yml",
      marks: "services:",
      layout: "yaml",
      comment: "#",
      asides: "",
      noun: "key",
      keywords: `
        services, networks, volumes, configs, secrets, include, build, image, cap_add, cap_drop, command/entrypoint, container_name, depends_on, deploy,
        devices, dns, env_file/environment, expose/ports, extends, extra_hosts, healthcheck, hostname, init, labels, links, logging, mem_limit,
        network_mode, platform, privileged, profiles, pull_policy, read_only, restart, scale, security_opt, shm_size, stdin_open,
        stop_grace_period, stop_signal, sysctls, tmpfs, tty, ulimits, user, working_dir`,
    },
  ],
};
