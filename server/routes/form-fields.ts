import type { Choice, Field } from "../../views/forms/models.js";

/** What is wrong with which field of a form, by the fields' names; as ValidationError carries it. */
export type FieldErrors = Readonly<Record<string, string>>;

/** A text as typed, with what is wrong with it. */
export function field(value: string, error?: string): Field {
  return { value, error: error ?? null };
}

/** A list in which `selected` is chosen; the first option if there is no such one. `options` are pairs of value and label. */
export function choice(options: readonly (readonly [value: string, label: string])[], selected: string, error?: string): Choice {
  const chosen = options.find(([value]) => value === selected) ?? options[0];
  return {
    options: options.map(([value, label]) => ({ value, label, isSelected: value === chosen?.[0] })),
    error: error ?? null,
  };
}
