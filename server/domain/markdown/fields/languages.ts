import type { Field, Notation } from "./field.js";

/** Languages of programs: only how they are called, and how a comment of theirs begins. */
export const languages: Field = {
  programs: "",
  notations: [
    language("Python", "python py python3", "#"),
    language("Ruby", "ruby rb", "#"),
    language("Perl", "perl pl", "#"),
    language("R", "r", "#"),
    language("Elixir", "elixir ex exs", "#"),
    language("Julia", "julia jl", "#"),
    language("Nix", "nix", "#"),
    language("GraphQL", "graphql gql", "#"),
    language("JavaScript", "javascript js jsx mjs", "//"),
    language("TypeScript", "typescript ts tsx", "//"),
    language("Java", "java", "//"),
    language("Kotlin", "kotlin kt", "//"),
    language("Scala", "scala", "//"),
    language("Groovy", "groovy", "//"),
    language("C", "c h", "//"),
    language("C++", "cpp c++ cc hpp", "//"),
    language("C#", "csharp cs c#", "//"),
    language("Go", "go golang", "//"),
    language("Rust", "rust rs", "//"),
    language("Swift", "swift", "//"),
    language("Dart", "dart", "//"),
    language("PHP", "php", "//"),
    language("Solidity", "solidity sol", "//"),
    language("SCSS", "scss sass less", "//"),
    language("CSS", "css", "/* */"),
    language("HTML", "html htm vue svelte", "<!-- -->"),
    language("XML", "xml", "<!-- -->"),
    language("Lua", "lua", "--"),
    language("Haskell", "haskell hs", "--"),
    language("Elm", "elm", "--"),
    language("LaTeX", "latex tex", "%"),
    language("MATLAB", "matlab octave", "%"),
    language("Erlang", "erlang erl", "%"),
    language("Clojure", "clojure clj", ";"),
    language("Vim script", "vim viml vimscript", '"'),
  ],
};

function language(name: string, fences: string, comment: string): Notation {
  const none = { called: "", saidWith: "", marks: "", keywords: "" };
  const asides =
    "return throw raise print println printf puts echo console.log console.error console.table assert yield break continue";
  return { name, asked: { in: name }, fences, layout: "program", comment, asides, noun: "keyword", ...none };
}
