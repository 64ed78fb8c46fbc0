/** Gives what `make` makes, made when it is first asked for: most notes never need all that could be learnt from them. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}
