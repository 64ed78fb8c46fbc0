import { describe, expect, it } from "@jest/globals";
import { ValidationError } from "../../server/domain/errors.js";
import { parseFields } from "../../server/domain/parse-fields.js";

describe("parseFields", () => {
  it("gives each parser's value by its name, when none refuses", () => {
    expect(parseFields({ one: () => 1, two: () => "2" })).toEqual({ one: 1, two: "2" });
  });

  it("keeps the sentence, when one refuses", () => {
    expect(refusalOf({ one: () => 1, two: refuse("two", "Two is wrong.") })).toMatchObject({
      message: "Two is wrong.",
      fields: { two: "Two is wrong." },
    });
  });

  it("tells what is wrong with every field, when several refuse", () => {
    expect(refusalOf({ one: refuse("one", "One is wrong."), two: refuse("two", "Two is wrong.") })).toMatchObject({
      message: "Some of this needs another look.",
      fields: { one: "One is wrong.", two: "Two is wrong." },
    });
  });

  it("throws what was thrown, when a parser has a fault", () => {
    const fault = new TypeError("fault");

    expect(() =>
      parseFields({
        one: () => {
          throw fault;
        },
      }),
    ).toThrow(fault);
  });
});

function refuse(field: string, message: string): () => never {
  return () => {
    throw new ValidationError(message, { [field]: message });
  };
}

function refusalOf(parsers: Record<string, () => unknown>): unknown {
  try {
    return parseFields(parsers);
  } catch (error) {
    return error;
  }
}
