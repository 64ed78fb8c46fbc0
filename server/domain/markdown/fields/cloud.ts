import type { Field } from "./field.js";

export const cloud: Field = {
  programs: `
    terraform: apply destroy fmt get graph import init output plan refresh show state+ taint validate workspace+
    aws: cloudformation+ ec2+ ecr+ ecs+ iam+ lambda+ s3+ sts+`,
  notations: [],
};
