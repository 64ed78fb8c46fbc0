import { readFile } from "node:fs/promises";
import { reportOn, type Report } from "../domain/markdown/report/report.js";
import { surveyDocument } from "../domain/markdown/report/survey.js";
import { findNotes } from "../workers/notes-folder.js";
import { readNotes } from "../workers/read-notes.js";

/**
 * `deckhand notes report PATH`: how well the notes of a file or a folder are turned into cards, in numbers; changes nothing. Resolves to 0, or
 * to 1 when not a single note could be read. Throws the refusals of `readNotes`.
 */
export async function notesReport(args: { readonly path: string; readonly json: boolean }): Promise<number> {
  const read = await readNotes(args.path);
  const known = new Set(read.documents.map(({ path }) => path));
  const { files } = await findNotes(args.path);
  const surveys = [];
  for (const { path, file } of files) if (known.has(path)) surveys.push(surveyDocument({ path, bytes: await readFile(file) }));
  const report = reportOn(read.documents, surveys);
  process.stdout.write(args.json ? `${JSON.stringify(report)}\n` : describe(report));
  return read.documents.length > 0 ? 0 : 1;
}

function describe(report: Report): string {
  const { terms, sections, standAlone, provenance, answerWords, kinds, rules } = report;
  const lines = [
    ["notes", `${report.notes}, ${report.words} words`],
    ["cards", `${report.cards}, ${report.withheld} withheld; ${report.cardsPer100Words} for 100 words`],
    ["kinds", `${kinds.basic} basic, ${kinds.typed} typed, ${kinds.cloze} cloze`],
    [
      "rules",
      Object.entries(rules)
        .map(([rule, { candidates, passed }]) => `${rule} ${passed}/${candidates}`)
        .join(", "),
    ],
    ["terms asked", `${percent(terms.share)} of ${terms.of}`],
    ["sections with a card", `${percent(sections.share)} of ${sections.of}`],
    ["stand alone", percent(standAlone.share)],
    ["answer in its passage", percent(provenance.share)],
    ["leaks, asked twice, nearly twice", `${report.leaks.length}, ${report.duplicates.length}, ${report.nearDuplicates.length}`],
    ["words of an answer", `median ${answerWords.median}, 90th percentile ${answerWords.p90}, longest ${answerWords.longest}`],
    ["sha256", report.sha256],
  ];
  return lines.map(([name, value]) => `${name}: ${value}\n`).join("");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
