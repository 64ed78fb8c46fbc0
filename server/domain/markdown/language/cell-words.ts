/** A longer cell says more than a tick or a grade; in characters. */
const longestMark = 80;
const longestNumber = 40;
const blank =
  /^(?:[\s\-–—_.…?*/\\"'“”^↑〃]*|n\/?\s?a\b.*|none|nil|null|tbd|tba|todo|unchanged|同上|无|無)$|^(?:(?:the )?same|identical|ditto|dito|idem|as (?:above|before|for)|see|siehe|likewise|similar|also|like (?:above|before)|vgl\.?)\b/iu;
const total = /^(?:(?:grand |sub)?totals?|sum|overall|average|mean|gesamt|summe|合计|总计|合計)$/i;
const mark =
  /^(?:yes|no|true|false|y|n|x|partial(?:ly)?|partly|(?:not |un)?(?:supported|available|required|allowed|applicable|present|included|possible|needed)|optional|mandatory|supported|enabled|disabled|always|never|sometimes|often|rarely|limited|full(?:y)?|native|built[- ]in|manual|automatic|ja|nein|oui|non|sí|si|是|否|有)$/iu;
const grade =
  /^(?:(?:very|extremely|quite|relatively|more|most|less|least|much|fairly|generally|usually|medium|mid|moderately)[ -]*)?(?:to )?(?:high(?:er|est)?|low(?:er|est)?|medium|moderate|average|normal|minimal|maximal|fast(?:er|est)?|slow(?:er|est)?|quick(?:er)?|good|better|best|bad|worse|worst|poor|fair|great|excellent|easy|easier|easiest|hard(?:er|est)?|difficult|simple(?:r|st)?|complex|small(?:er|est)?|large(?:r|st)?|big(?:ger|gest)?|short(?:er)?|long(?:er)?|strong(?:er|est)?|weak(?:er|est)?|light(?:er|weight)?|heavy|heavier|heavyweight|cheap(?:er|est)?|expensive|more|less|many|few|rare|common|critical|important|basic|advanced|beginner|intermediate|expert|variable|varies|depends)$/iu;
const gradeElsewhere =
  /^(?:hoch|niedrig|mittel|gering|gut|schlecht|schnell|langsam|alt[oa]|baix[oa]|baj[oa]|m[eé]di[oa]|rápid[oa]|lent[oa]?|élevée?|faible|moyen(?:ne)?|rapide|[高低中大小快慢好差强弱多少])$/iu;
const bareNumber = /^[\s.,~≈<>≤≥±+–-]*\d[\s\d.,~≈<>≤≥±+–-]*$/;

/** Whether a cell says nothing, or only points at another. */
export function isBlank(text: string): boolean {
  return blank.test(text);
}

/** Whether a key stands for all the rows above it. */
export function isTotal(text: string): boolean {
  return total.test(text);
}

/** Whether a cell only ticks, grades or denies: such an answer is a guess among two or three. */
export function isMark(text: string): boolean {
  if (text.length > longestMark) return false;
  const said = text.replace(/\([^()]*\)/g, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return said === "" || mark.test(said) || grade.test(said) || gradeElsewhere.test(said);
}

/** Whether a cell is a number without a unit. */
export function isBareNumber(text: string): boolean {
  return text.length <= longestNumber && bareNumber.test(text);
}
