/** What the generator knows of one field. It is data: no rule names a program, a language or a keyword of its own. */
export interface Field {
  /**
   * Programs, one a line: the name, a colon, then the words that may follow it. A word with `+` takes one more word
   * (`docker volume create`). A program without words stands for itself (`curl`).
   */
  readonly programs: string;
  readonly notations: readonly Notation[];
}

/** A way of writing that notes explain: a language, a kind of file, a protocol. */
export interface Notation {
  /** As it stands before a question: "Dockerfile: what does `COPY` do?" */
  readonly name: string;
  /**
   * How a line of it is asked about: after "In" ("In a Dockerfile, what does …"), by the topic of the note, which says whose settings they are
   * ("Cache server: what does …"), or alone, because the line is a command ("What does `git stash` do?").
   */
  readonly asked: { readonly in: string } | "by topic" | "alone";
  /** What headings and the lines above a keyword call it, in lower case, separated by commas. */
  readonly called: string;
  /** Where such a name has other meanings: what the note must say somewhere, in lower case, separated by commas; else "". */
  readonly saidWith: string;
  /** The languages of code fences that hold it, in lower case, separated by spaces. */
  readonly fences: string;
  /** Where fences of one language hold several notations: what a line of this one begins with, separated by commas; else "". */
  readonly marks: string;
  /**
   * Whether each line is an instruction, or a statement may take several lines up to its semicolon; whether it is a program, whose statements say something
   * only together, or YAML.
   */
  readonly layout: "lines" | "statements" | "program" | "yaml";
  /** What a comment line begins with and, after a space, ends with. */
  readonly comment: string;
  /** What only prepares or shows something, so that a comment above it is seldom about it: the words that such a line begins with, separated by spaces. */
  readonly asides: string;
  /** What one of its keywords is called: "instruction". */
  readonly noun: string;
  /** Its keywords, as they are written, separated by commas; those that could stand in one place are joined by a slash. */
  readonly keywords: string;
}
