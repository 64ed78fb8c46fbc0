/** What an owner decided about a card; `null`: nothing. */
export type OwnerChoice = "hidden" | "accepted" | "deleted" | null;

export type CardStatus = "active" | "withheld" | "hidden" | "archived";

export interface CardStanding {
  readonly ownerChoice: OwnerChoice;
  /** The gate that withholds the card, or `null`. */
  readonly gate: string | null;
  /** The note is in the notes folder and still gives this card. */
  readonly noteLives: boolean;
}

/** The one place where a card's status comes from: so a hidden card that vanishes and comes back is still hidden, an accepted one accepted. */
export function cardStatus({ ownerChoice, gate, noteLives }: CardStanding): CardStatus {
  if (!noteLives || ownerChoice === "deleted") return "archived";
  if (ownerChoice === "hidden") return "hidden";
  return gate !== null && ownerChoice !== "accepted" ? "withheld" : "active";
}

/** A card as somebody is shown it who may decide over it. */
export interface ShownStanding {
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
  readonly gate: string | null;
  readonly contentVersion: number;
}

/** All that a decision was made by, as one word: "withheld.G-leak..3". Where it is another by now, the decision is about another card. */
export function seenOf({ status, gate, ownerChoice, contentVersion }: ShownStanding): string {
  return [status, gate ?? "", ownerChoice ?? "", contentVersion].join(".");
}
