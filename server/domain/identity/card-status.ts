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
