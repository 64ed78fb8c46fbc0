import type { Field, Notation } from "./field.js";

/** Files of settings whose format does not say which program they are for: the note does. */
export const settings: Field = {
  programs: "",
  notations: [
    settingsFile("YAML", "yaml yml", "#", "yaml"),
    settingsFile("TOML", "toml", "#", "lines"),
    settingsFile("INI", "ini cfg conf config editorconfig", "#", "lines"),
    settingsFile("Properties", "properties env dotenv", "#", "lines"),
  ],
};

function settingsFile(name: string, fences: string, comment: string, layout: Notation["layout"]): Notation {
  const none = { called: "", saidWith: "", marks: "", keywords: "" };
  return { name, asked: "by topic", fences, layout, comment, asides: "", noun: "setting", ...none };
}
