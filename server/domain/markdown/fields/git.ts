import type { Field } from "./field.js";

export const git: Field = {
  programs: `
    git: add am apply archive bisect blame branch checkout cherry-pick clean clone commit config describe diff fetch format-patch gc grep init log
      merge mv pull push rebase reflog remote+ reset restore revert rm show stash+ status submodule+ switch tag worktree+`,
  notations: [],
};
