/** Files that pages show: what they may be, and as what they are sent. */

const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
};

/** The media type of a picture by its file's name, or `null` for what is no picture that browsers show. */
export function pictureType(name: string): string | null {
  return types[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""] ?? null;
}
