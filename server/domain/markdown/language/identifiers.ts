/** `code` with the words of its names apart: "createUser", "user_name" and "--no-cache" hold "create", "user", "name" and "cache". */
export function wordsApart(code: string): string {
  return code.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, "$1 ").replace(/[^\p{L}\p{N}]+/gu, " ");
}
