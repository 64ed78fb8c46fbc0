import type { Field } from "./field.js";

export const packages: Field = {
  programs: `
    npm: audit ci config+ exec help init install link list outdated pack prune publish run start test uninstall update version view
    yarn: add build init install remove run start test upgrade
    pnpm: add build exec init install remove run start test update
    npx:
    prisma: db+ format generate init migrate+ studio validate
    cargo: add bench build check clean clippy doc fmt init install new publish run test update
    go: build doc env fmt generate get install list mod+ run test tool version vet work+
    pip: check config download freeze install list show uninstall wheel
    apt: autoremove install list purge remove search show update upgrade
    apt-get: autoremove clean install purge remove update upgrade
    brew: cleanup doctor info install list search services+ uninstall update upgrade`,
  notations: [],
};
