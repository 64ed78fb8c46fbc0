import type { Field } from "./field.js";

export const systemd: Field = {
  programs: `
    systemctl: daemon-reload disable enable is-active mask reload restart start status stop unmask`,
  notations: [
    {
      name: "systemd unit",
      asked: { in: "a systemd unit" },
      called: "systemd, unit file, unit files",
      saidWith: "",
      fences: "systemd ini service unit conf",
      marks: "[Unit], [Service], [Timer], [Socket], [Install]",
      layout: "lines",
      comment: "#",
      asides: "",
      noun: "directive",
      keywords: `
        After, Before, BindsTo, Conflicts, Description, Documentation, EnvironmentFile, ExecReload, ExecStart, ExecStartPost, ExecStartPre, ExecStop,
        Group, KillMode, LimitNOFILE, ListenStream, OnBootSec, OnCalendar, OnFailure, PartOf, Persistent, PrivateTmp, ProtectHome, ProtectSystem,
        RemainAfterExit, RequiredBy, Requires, Restart, RestartSec, TimeoutStartSec, TimeoutStopSec, Type, User, WantedBy, Wants,
        WorkingDirectory`,
    },
  ],
};
