import { pointingWords } from "../language/english-words.js";
import { hasLoosePronoun } from "./heading.js";
import { isSentence } from "./verb.js";

/** Words with which a sentence goes on from the one before. */
const opener =
  /^(?:for (?:example|instance)|e\.g\.|in (?:this|that|these|those|such|the above|contrast|addition|turn|short|summary|practice|other words|general|fact|particular|principle|the end)|as (?:above|before|mentioned|said|such|a result)|to (?:do|achieve|see|get) (?:so|this|that|it)|that|if (?:so|not)|next|finally|first(?:ly)?|second(?:ly)?|third(?:ly)?|last(?:ly)?|now|note|remember|yet|still|likewise|similarly|conversely|on the other hand|now|well|yes|no|let['’]s|let us|suppose|imagine|assume|say|see|consider)\b/i;
/** Words that lean on another sentence wherever they stand. */
const leaning =
  /\b(?:this|these|those|such|the (?:latter|former|above|below|following|previous|same|other|others|rest)|above|below|earlier|later on|see|our|my|we|us|i|he|she|his|her|him)\b/i;

/** Whether an English text is a sentence that can be understood without those around it, as far as its words tell. */
export function standsAlone(prose: string): boolean {
  const first = /[\p{L}-]+/u.exec(prose)?.[0].toLowerCase() ?? "";
  if (/\b(?:it|them|one|ones|so|that|there|do|does)[.!,;]?$/i.test(prose.trim())) return false;
  if (!isSentence(prose)) return false;
  return !pointingWords.has(first) && !opener.test(prose.trim()) && !leaning.test(prose) && !hasLoosePronoun(prose.toLowerCase());
}
