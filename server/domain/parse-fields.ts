import { ValidationError } from "./errors.js";

type Parsers = Readonly<Record<string, () => unknown>>;

/**
 * Runs a parser for each field. When some of them throw ValidationError, all are run and one ValidationError is thrown with
 * what each of them said; when there is only one, its message is kept.
 */
export function parseFields<Fields extends Parsers>(
  parsers: Fields,
): { readonly [Name in keyof Fields]: ReturnType<Fields[Name]> } {
  const refusals: ValidationError[] = [];
  const values = Object.entries(parsers).map(([name, parse]) => {
    try {
      return [name, parse()] as const;
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      refusals.push(error);
      return [name, undefined] as const;
    }
  });
  const [first, ...others] = refusals;
  // The names are those of `parsers`, and each value came from the parser of its name.
  if (first === undefined) return Object.fromEntries(values) as { [Name in keyof Fields]: ReturnType<Fields[Name]> };
  const fields = Object.assign({}, ...refusals.map((refusal) => refusal.fields)) as Record<string, string>;
  throw new ValidationError(others.length === 0 ? first.message : "Some of this needs another look.", fields);
}
