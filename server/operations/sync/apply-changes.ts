import { cardStatus } from "../../domain/identity/card-status.js";
import { assertNever } from "../../domain/errors.js";
import type { Statement } from "../../store/db.js";
import type { Store } from "../../store/open.js";
import { selectCardStandings, type CardStanding } from "../../store/read/card-standings.js";
import type { RowChange } from "../../store/row-change.js";
import { followCardChanges, type CardPlace } from "../../store/write/card-lives.js";
import { updateCardPlace, updateCardStatus, updateFacet, updateGeneratedCard } from "../../store/write/generated-cards.js";
import { archiveNote, updateGeneratedNote } from "../../store/write/generated-notes.js";
import { dropSource, showSource, updateSource } from "../../store/write/sources.js";

/**
 * The statements of one batch that makes `changes`, in their order, with all that hangs on them: counts, cursors and every learner's
 * states. The batch fails if a card was changed by somebody else since.
 */
export function statementsFor(store: Store, changes: readonly RowChange[]): Statement[] {
  const standings = selectCardStandings(store, changes.flatMap(cardIdOf));
  const afterwards = new Map<CardStanding, CardPlace>();
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
  const lives = followCardChanges([...afterwards].map(([before, after]) => ({ before, after })));
  return [...lives.before, ...statements, ...lives.after];
}

type CardRowChange = Extract<RowChange, { kind: "placeCard" | "writeCard" | "archiveCard" }>;

function cardIdOf(change: RowChange): number[] {
  return change.kind === "placeCard" || change.kind === "writeCard" || change.kind === "archiveCard" ? [change.id] : [];
}

function changeCard(
  change: CardRowChange,
  standings: ReadonlyMap<number, CardStanding>,
  afterwards: Map<CardStanding, CardPlace>,
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
