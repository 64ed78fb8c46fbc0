/** Gives each heading of one document an identifier of its own, the same on every run: its words joined by hyphens. */
export function headingIds(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const base = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s+/g, "-");
    const count = taken.get(base) ?? 0;
    taken.set(base, count + 1);
    return count === 0 && base !== "" ? base : `${base}-${count + 1}`;
  };
}
