import type { Field } from "./field.js";

export const kubernetes: Field = {
  programs: `
    kubectl: annotate apply attach autoscale config+ cordon cp create delete describe diff drain edit exec explain expose get label logs patch
      port-forward rollout+ run scale set taint top uncordon
    helm: create dependency+ history install lint list package pull repo+ rollback search+ status template test uninstall upgrade`,
  notations: [],
};
