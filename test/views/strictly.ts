/**
 * `model` itself, but reading a field that it lacks throws an error that names it. (Handlebars' strict mode lets
 * `{{#if missing}}` and `{{#each missing}}` pass.)
 */
export function strictly<T extends object>(model: T, name: string): T {
  return new Proxy(model, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === "string" && !(key in target)) throw new Error(`${name}.${key} is asked for, but not in the model`);
      return typeof value === "object" && value !== null ? strictly(value, `${name}.${String(key)}`) : value;
    },
  });
}
