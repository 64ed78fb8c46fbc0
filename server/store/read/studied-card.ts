import { cardStateColumns, untouchedState, type CardStateRow } from "./card-states.js";
import { studySettings, type StudySettings } from "./presets.js";
import type { Store } from "../open.js";

/** Everything that an act on a card is decided by. */
export interface StudiedCard extends StudySettings {
  /** Whether the learner may be shown it now: active, its deck there and not left. Suspended and buried cards are studied too. */
  readonly isStudied: boolean;
  readonly noteId: number;
  readonly presetId: number;
  /** Its place in the order in which the preset gives new cards. */
  readonly place: number;
  readonly contentVersion: number;
  readonly zone: string;
  readonly dayStartMinutes: number;
  /** As stored; of version 0 if nothing is. */
  readonly state: CardStateRow;
}

interface Row {
  readonly noteId: number;
  readonly cardDeckId: number;
  readonly position: number;
  readonly shuffle: number;
  readonly cardContentVersion: number;
  readonly isStudied: number;
  readonly zone: string;
  readonly dayStartMinutes: number;
  readonly presetId: number;
  readonly presetVersion: number;
}

/**
 * A card of a deck that the learner may see and has joined at some time, with their state of it; null where there is none, or none for them.
 */
export function selectOptionalStudiedCard(store: Store, learnerId: number, cardId: number): StudiedCard | null {
  const row = store.db
    .prepare<Row & { [Column in keyof CardStateRow]: CardStateRow[Column] | null }>(sql)
    .get({ learnerId, cardId });
  if (row === undefined) return null;
  const { settings, scheduler } = studySettings(store, learnerId, { presetId: row.presetId, version: row.presetVersion });
  const { noteId, cardDeckId: deckId, cardContentVersion: contentVersion, zone, dayStartMinutes } = row;
  return {
    isStudied: row.isStudied === 1,
    noteId,
    presetId: row.presetId,
    place: settings.newOrder === "random" ? row.shuffle : row.position,
    contentVersion,
    zone,
    dayStartMinutes,
    settings,
    scheduler,
    // The left join gives all of the row's columns or none.
    state: row.version === null ? untouchedState({ cardId, deckId, contentVersion }) : stateOf(row as Row & CardStateRow),
  };
}

function stateOf(row: Row & CardStateRow): CardStateRow {
  const {
    cardId,
    deckId,
    live,
    state,
    dueAt,
    dueDay,
    stability,
    difficulty,
    reps,
    lapses,
    step,
    scheduledDays,
    lastAt,
    lastDay,
  } = row;
  const { suspendedAt, buriedUntilDay, leechAt, flag, contentVersion, seq, version } = row;
  const schedule = { state, dueAt, dueDay, stability, difficulty, reps, lapses, step, scheduledDays, lastAt, lastDay };
  return { cardId, deckId, live, ...schedule, suspendedAt, buriedUntilDay, leechAt, flag, contentVersion, seq, version };
}

const sql = `SELECT c.noteId, c.deckId AS cardDeckId, c.position, c.shuffle, c.contentVersion AS cardContentVersion,
    c.status = 'active' AND d.archivedAt IS NULL AND e.leftAt IS NULL AS isStudied,
    l.zone, l.dayStartMinutes, p.id AS presetId, p.version AS presetVersion, ${cardStateColumns}
  FROM Card c JOIN Deck d ON d.id = c.deckId JOIN Learner l ON l.id = :learnerId
  JOIN Enrolment e ON e.learnerId = :learnerId AND e.deckId = c.deckId JOIN Preset p ON p.id = e.presetId
  LEFT JOIN CardState s ON s.learnerId = :learnerId AND s.cardId = c.id
  WHERE c.id = :cardId AND (d.visibility = 'everyone' OR d.ownerId = :learnerId)
    AND (c.importId IS NULL OR EXISTS (SELECT 1 FROM Import i WHERE i.id = c.importId AND i.publishedAt IS NOT NULL))`;
