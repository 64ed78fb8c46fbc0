import { describe, expect, it } from "@jest/globals";
import { admit, type Visit } from "../../server/domain/admission.js";

const stranger: Visit = {
  hasAccounts: true,
  registration: "invitation",
  isFromThisMachine: false,
  isCodeRight: false,
  invitation: "none",
};
const atFirst = { ...stranger, hasAccounts: false };

describe("admit", () => {
  it.each([
    ["at this machine", { isFromThisMachine: true }],
    ["with the code", { isCodeRight: true }],
    ["with the code where registration is closed", { isCodeRight: true, registration: "closed" }],
  ] as const)("lets the owner in, when nobody has an account and they come %s", (_how, visit) => {
    expect(admit({ ...atFirst, ...visit })).toEqual({ as: "first" });
  });

  it.each(["closed", "invitation", "open"] as const)(
    "asks for the code, when nobody has an account and a stranger comes where registration is %s",
    (registration) => {
      expect(admit({ ...atFirst, registration, invitation: "valid" })).toMatchObject({ as: "nobody", because: "code" });
    },
  );

  it.each([
    ["invitation", "valid", "invited"],
    ["open", "valid", "invited"],
    ["open", "none", "anybody"],
    ["open", "used", "anybody"],
    ["open", "expired", "anybody"],
    ["open", "unknown", "anybody"],
  ] as const)("lets a stranger in, when registration is %s and their invitation is %s", (registration, invitation, as) => {
    expect(admit({ ...stranger, registration, invitation })).toEqual({ as });
  });

  it.each([
    ["closed", "valid", "registration", "Ask the owner to add you"],
    ["closed", "none", "registration", "Ask the owner to add you"],
    ["invitation", "none", "registration", "Ask the owner for a link"],
    ["invitation", "unknown", "invitation", "not known"],
    ["invitation", "expired", "invitation", "expired"],
    ["invitation", "used", "invitation", "has been used"],
  ] as const)(
    "refuses with what to do, when registration is %s and the invitation is %s",
    (registration, invitation, because, words) => {
      const refusal = admit({ ...stranger, registration, invitation, isFromThisMachine: true, isCodeRight: true });

      expect(refusal).toMatchObject({ as: "nobody", because, message: expect.stringContaining(words) as unknown });
    },
  );
});
