/**
 * Commands that the rules know, as data. To teach them another program, add a line: its name, then the words that may follow it.
 * A word with `+` takes one more word (`docker volume create`). A program without words stands for itself (`curl`).
 * A note may name further programs in its front matter: `commands: [mytool]`.
 */
const programs = `
  docker: attach build builder+ buildx+ commit compose+ config+ container+ context+ cp create diff events exec export history image+ images import info inspect kill load login
    logout logs manifest+ network+ node+ pause plugin+ port ps pull push rename restart rm rmi run save scout search secret+ service+ stack+ start stats stop swarm+ system+ tag
    top unpause update version volume+ wait
  docker-compose: build config create down exec images kill logs pause port ps pull push restart rm run scale start stop top unpause up
  podman: attach build commit container+ cp create exec image+ images info inspect kill login logout logs network+ pod+ ps pull push restart rm rmi run save start stop tag top volume+
  git: add am apply archive bisect blame branch checkout cherry-pick clean clone commit config describe diff fetch format-patch gc grep init log merge mv pull push rebase reflog
    remote+ reset restore revert rm show stash+ status submodule+ switch tag worktree+
  kubectl: annotate apply attach autoscale config+ cordon cp create delete describe diff drain edit exec explain expose get label logs patch port-forward rollout+ run scale set taint top uncordon
  helm: create dependency+ history install lint list package pull repo+ rollback search+ status template test uninstall upgrade
  terraform: apply destroy fmt get graph import init output plan refresh show state+ taint validate workspace+
  npm: audit ci config+ exec help init install link list outdated pack prune publish run start test uninstall update version view
  yarn: add build init install remove run start test upgrade
  pnpm: add build exec init install remove run start test update
  cargo: add bench build check clean clippy doc fmt init install new publish run test update
  go: build doc env fmt generate get install list mod+ run test tool version vet work+
  pip: check config download freeze install list show uninstall wheel
  apt: autoremove install list purge remove search show update upgrade
  apt-get: autoremove clean install purge remove update upgrade
  brew: cleanup doctor info install list search services+ uninstall update upgrade
  systemctl: daemon-reload disable enable is-active mask reload restart start status stop unmask
  aws: cloudformation+ ec2+ ecr+ ecs+ iam+ lambda+ s3+ sts+
  prisma: db+ format generate init migrate+ studio validate
  awk:
  bash:
  cat:
  cd:
  chmod:
  chown:
  cp:
  curl:
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
  npx:
  ping:
  ps:
  psql:
  python:
  python3:
  rm:
  rsync:
  scp:
  sed:
  sort:
  sqlite3:
  ssh:
  sudo:
  tail:
  tar:
  touch:
  vim:
  wget:
  xargs:`;

interface Program {
  readonly words: ReadonlySet<string>;
  /** Words that take one more. */
  readonly groups: ReadonlySet<string>;
}

const known: ReadonlyMap<string, Program> = new Map(
  programs
    .trim()
    .split(/\n {2}(?=\S+:)/)
    .map((line) => {
      const [name = "", rest = ""] = line.split(":");
      const words = rest.trim().split(/\s+/);
      const groups = words.filter((word) => word.endsWith("+")).map((word) => word.slice(0, -1));
      return [name.trim(), { words: new Set(words.map((word) => word.replace("+", ""))), groups: new Set(groups) }];
    }),
);

/** Whether `word` is the name of a program. */
export function isProgram(word: string): boolean {
  return known.has(word);
}

/**
 * The command that `text` begins with, without arguments and flags ("docker volume create data" → "docker volume create"), or `null`.
 * In running text (`inProse`) a program that has subcommands needs one: "docker is …" is no command.
 */
export function commandAtStart(text: string, inProse: boolean): string | null {
  const words = text
    .replace(/^\$\s+/, "")
    .trim()
    .split(/\s+/);
  const program = known.get(words[0] ?? "");
  if (!program) return null;
  const [name = "", first = "", second = ""] = words;
  const takesWords = program.words.size > 1;
  if (!takesWords) return inProse ? null : name;
  if (!program.words.has(first)) return inProse || (words.length > 1 && /^[a-z]/.test(first)) ? null : name;
  return program.groups.has(first) && /^[a-z][a-z-]*$/.test(second) ? `${name} ${first} ${second}` : `${name} ${first}`;
}
