import { describe, expect, it } from "@jest/globals";
import { passwordProblem } from "../../server/domain/password.js";

describe("passwordProblem", () => {
  it.each(["12345678", "pässwörter", "🐙🐙🐙🐙🐙🐙🐙🐢", "x".repeat(199) + "y"])(
    "is null, when the password is %j",
    (password) => {
      expect(passwordProblem(password, "Ada")).toBeNull();
    },
  );

  it.each([
    ["seven77", "too short"],
    ["🐙🐢🐙🐢🐙🐢🐙", "too short"],
    ["x".repeat(200) + "y", "longer than 200"],
    ["ada lovelace", "is the name"],
    ["ＡＤＡ LOVELACE", "is the name"],
    ["aaaaaaaaaa", "over and over"],
  ])("says what is wrong, when the password is %j", (password, words) => {
    expect(passwordProblem(password, "Ada Lovelace")).toContain(words);
  });
});
