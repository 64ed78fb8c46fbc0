/** Kills the server under answering clients, again and again, and says what became of the answers. */
import Database from "better-sqlite3";
import { openStore } from "../../server/store/open.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { encodeAnswer, firstForm, headersOf, readAnswerForm, type AnswerForm } from "./answering.js";
import { startDeckhand, type Program } from "./program.js";
import { seededReps } from "./seed.js";

/** What is done to a server on a database that seed.ts has made. */
export interface Attack {
  /** Absolute path of the database. */
  readonly file: string;
  /** An empty folder. */
  readonly folder: string;
  /** The learners 1 to this number answer at once. */
  readonly clients: number;
  readonly kills: number;
  /** The kill comes as soon as so many answers have been acknowledged since the last one. */
  readonly answersBeforeKill: number;
  /** Told of each kill, 1-based. */
  readonly killed?: (kill: number, state: { readonly acknowledged: number; readonly underWay: number }) => void;
}

/** What is in the database afterwards; all but the first should be 0, "ok" or empty. */
export interface Damage {
  readonly acknowledged: number;
  /** Acknowledged answers that are not there. */
  readonly lost: number;
  /** Reviews beyond the first of one answer. */
  readonly twice: number;
  /** Reviews that nobody was told of. */
  readonly unaccounted: number;
  /** Card states that do not stand where their reviews say. */
  readonly wrongStates: number;
  readonly wrongCounts: readonly string[];
  readonly integrity: string;
}

interface Answers {
  readonly acknowledged: Set<string>;
  /** By learner: sent, and no reply seen. They may or may not be in the database, but never twice. */
  readonly underWay: Map<number, AnswerForm>;
}

/** Lets clients answer until the server is killed, as often as asked; then sends what was under way again, twice, and counts. */
export async function killWhileAnswering(attack: Attack): Promise<Damage> {
  const answers: Answers = { acknowledged: new Set(), underWay: new Map() };
  for (let kill = 1; kill <= attack.kills; kill++) {
    const before = answers.acknowledged.size;
    await answerUntilKilled(attack, answers, before + attack.answersBeforeKill);
    attack.killed?.(kill, { acknowledged: answers.acknowledged.size - before, underWay: answers.underWay.size });
  }
  await settle(attack, answers);
  return { ...examine(attack.file, answers), wrongCounts: await countAgain(attack.file) };
}

async function answerUntilKilled({ file, folder, clients }: Attack, answers: Answers, enough: number): Promise<void> {
  const program = await startDeckhand(file, folder);
  const working = Promise.all(Array.from({ length: clients }, (_, index) => work(program, index + 1, answers)));
  let isIdle = false;
  void working.finally(() => (isIdle = true)).catch(() => undefined);
  while (answers.acknowledged.size < enough && !isIdle) await new Promise((resolve) => setTimeout(resolve, 1));
  await program.stop("SIGKILL");
  await working;
}

/** Answers as long as there are cards and a server; what the last server did not reply to is sent first, as a browser would. */
async function work(program: Program, learnerId: number, answers: Answers): Promise<void> {
  try {
    let form = answers.underWay.get(learnerId) ?? (await firstForm(program.url, learnerId));
    for (let next: AnswerForm | null = form; next !== null; next = await send(program, learnerId, form, answers)) form = next;
  } catch (error) {
    // Once the server was killed, that is the point; before, no connection may fail.
    if (!program.process.killed) throw error;
  }
}

async function send(program: Program, learnerId: number, form: AnswerForm, answers: Answers): Promise<AnswerForm | null> {
  answers.underWay.set(learnerId, form);
  const response = await fetch(`${program.url}/quiz/answers`, {
    method: "POST",
    headers: headersOf(learnerId),
    body: encodeAnswer(form, 3),
  });
  if (response.status !== 200) throw new Error(`An answer got status ${response.status}: ${await response.text()}`);
  answers.acknowledged.add(form.answerId);
  answers.underWay.delete(learnerId);
  return readAnswerForm(await response.text());
}

async function settle({ file, folder }: Attack, answers: Answers): Promise<void> {
  const program = await startDeckhand(file, folder);
  for (const [learnerId, form] of [...answers.underWay]) {
    await send(program, learnerId, form, answers);
    await send(program, learnerId, form, answers);
  }
  await program.stop();
}

function examine(file: string, { acknowledged }: Answers): Omit<Damage, "wrongCounts"> {
  const database = new Database(file, { readonly: true });
  const ids = database.prepare<[], string>("SELECT lower(hex(answerId)) FROM Review").pluck().all();
  const wrongStates = database
    .prepare<[], number>(
      `SELECT count(*) FROM CardState s WHERE reps <> ${seededReps} +
         (SELECT count(*) FROM Review r WHERE r.learnerId = s.learnerId AND r.cardId = s.cardId)`,
    )
    .pluck()
    .get();
  const integrity = String(database.pragma("integrity_check", { simple: true }));
  database.close();
  const written = new Set(ids);
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !written.has(id)).length,
    twice: ids.length - written.size,
    unaccounted: [...written].filter((id) => !acknowledged.has(id)).length,
    wrongStates: wrongStates ?? Number.NaN,
    integrity,
  };
}

async function countAgain(file: string): Promise<readonly string[]> {
  const store = await openStore({ file, now: Date.now });
  try {
    return checkRollups(store);
  } finally {
    await store.close();
  }
}
