import type { Field } from "./field.js";

export const shell: Field = {
  programs: `
    awk:
    bash:
    cat:
    cd:
    chmod:
    chown:
    cp:
    cut:
    df:
    dig:
    du:
    find:
    gcc:
    grep:
    head:
    jq:
    kill:
    less:
    ln:
    ls:
    make:
    mkdir:
    mv:
    nano:
    node:
    ping:
    ps:
    python:
    python3:
    rm:
    rsync:
    scp:
    sed:
    sort:
    ssh:
    sudo:
    tail:
    tar:
    touch:
    vim:
    xargs:`,
  notations: [
    {
      name: "Shell",
      asked: "alone",
      called: "",
      saidWith: "",
      fences: "sh bash shell zsh fish console terminal shell-session shellsession powershell ps1",
      marks: "",
      layout: "lines",
      comment: "#",
      asides: "cd echo export source set sleep exit read clear pushd popd alias unset .",
      noun: "command",
      keywords: "",
    },
  ],
};
