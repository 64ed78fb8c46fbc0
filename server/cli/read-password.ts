import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { ValidationError } from "../domain/errors.js";

/**
 * A password from standard input: the first line of what is piped in; on a terminal it is asked for twice, on standard
 * error, without showing what is typed. Throws ValidationError when none is given, or the two differ.
 */
export async function readPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) return readLine("");
  const password = await readLine(`Password for ${name}: `);
  if ((await readLine("The same again: ")) === password) return password;
  throw new ValidationError("The two were not the same, so nothing was changed.");
}

function readLine(prompt: string): Promise<string> {
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: hidden, terminal: prompt !== "" });
  process.stderr.write(prompt);
  return new Promise((resolve, reject) => {
    lines.once("line", (line) => {
      resolve(line);
      lines.close();
    });
    // After a line this comes too late to matter; alone it means end of input, or Ctrl-C.
    lines.once("close", () => {
      if (prompt !== "") process.stderr.write("\n");
      reject(new ValidationError("No password was given, so nothing was changed."));
    });
  });
}
