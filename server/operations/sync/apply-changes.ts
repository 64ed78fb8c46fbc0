import { cardStatus } from "../../domain/identity/card-status.js";
import { assertNever } from "../../domain/errors.js";
import type { Statement } from "../../store/db.js";
import type { Store } from "../../store/open.js";
import { selectCardStandings, type CardStanding } from "../../store/read/card-standings.js";
import type { RowChange } from "../../store/row-change.js";
import { addLiveCards, followCards, lowerCursors } from "../../store/write/card-lives.js";
import { updateCardPlace, updateCardStatus, updateFacet, updateGeneratedCard } from "../../store/write/generated-cards.js";
import { archiveNote, updateGeneratedNote } from "../../store/write/generated-notes.js";
import { dropSource, showSource, updateSource } from "../../store/write/sources.js";

/** What a card becomes. */
type CardAfter = Pick<CardStanding, "deckId" | "position" | "status">;

/**
 * The statements of one batch that makes `changes`, in their order, with all that hangs on them: counts, cursors and every learner's
 * states. The batch fails if a card was changed by somebody else since.
 */
export function statementsFor(store: Store, changes: readonly RowChange[]): Statement[] {
  const standings = selectCardStandings(store, changes.flatMap(cardIdOf));
  const afterwards = new Map<CardStanding, CardAfter>();
  const statements = changes.map((change): Statement => {
    switch (change.kind) {
      case "showSource":
        return showSource(change.rootDeckId, change.path);
      case "writeSource":
        return updateSource(change.id, change.source, change.bodyHtml);
      case "dropSource":
        return dropSource(change.id, change.at);
      case "writeNote":
        return updateGeneratedNote(change.id, change.note, change.at);
      case "archiveNote":
        return archiveNote(change.id, change.at);
      case "nameFacet":
        return updateFacet(change.id, change.before, change.after);
      case "placeCard":
      case "writeCard":
      case "archiveCard":
        return changeCard(change, standings, afterwards);
      default:
        return assertNever(change);
    }
  });
  return withConsequences(statements, afterwards);
}

type CardRowChange = Extract<RowChange, { kind: "placeCard" | "writeCard" | "archiveCard" }>;

function cardIdOf(change: RowChange): number[] {
  return change.kind === "placeCard" || change.kind === "writeCard" || change.kind === "archiveCard" ? [change.id] : [];
}

function changeCard(
  change: CardRowChange,
  standings: ReadonlyMap<number, CardStanding>,
  afterwards: Map<CardStanding, CardAfter>,
): Statement {
  const before = standings.get(change.id);
  if (!before) throw new Error(`The card ${change.id} is not there.`);
  const { ownerChoice } = before;
  switch (change.kind) {
    case "placeCard":
      afterwards.set(before, { deckId: change.deckId, position: change.position, status: before.status });
      return updateCardPlace(before, change);
    case "writeCard": {
      const status = cardStatus({ ownerChoice, gate: change.card.gate, noteLives: true });
      afterwards.set(before, { deckId: change.card.deckId, position: change.card.position, status });
      return updateGeneratedCard(before, change.card, { status, changed: change.changed });
    }
    case "archiveCard": {
      const status = cardStatus({ ownerChoice, gate: before.gate, noteLives: false });
      afterwards.set(before, { ...before, status });
      return updateCardStatus(before, { status, facet: change.facet });
    }
  }
}

function withConsequences(statements: readonly Statement[], afterwards: ReadonlyMap<CardStanding, CardAfter>): Statement[] {
  const followed: number[] = [];
  const looked: number[] = [];
  const liveCards = new Map<number, number>();
  const count = (deckId: number, cards: number) => liveCards.set(deckId, (liveCards.get(deckId) ?? 0) + cards);
  for (const [before, after] of afterwards) {
    const [wasActive, isActive] = [before.status === "active", after.status === "active"];
    const isMoved = before.deckId !== after.deckId;
    if (wasActive) count(before.deckId, -1);
    if (isActive) count(after.deckId, 1);
    if (wasActive !== isActive || isMoved) followed.push(before.id);
    if (isActive && (!wasActive || isMoved || before.position !== after.position)) looked.push(before.id);
  }
  const lives = followCards(followed);
  const counts = [...liveCards].filter(([, cards]) => cards !== 0).map(([deckId, cards]) => addLiveCards(deckId, cards));
  return [...lives.before, ...statements, ...lives.after, ...counts, ...(looked.length > 0 ? [lowerCursors(looked)] : [])];
}
