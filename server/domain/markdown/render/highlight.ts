import highlighter from "highlight.js/lib/common";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import nginx from "highlight.js/lib/languages/nginx";

highlighter.registerLanguage("dockerfile", dockerfile);
highlighter.registerLanguage("nginx", nginx);

/** Longer code is shown without colours: the highlighter's time is not bounded. */
const longestCode = 20_000;

/** HTML of `code` with highlight.js classes, or "" where the language is unknown (the renderer then escapes the code itself). */
export function highlight(code: string, language: string): string {
  if (code.length > longestCode || !highlighter.getLanguage(language)) return "";
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}
