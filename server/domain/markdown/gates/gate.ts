import type { CardKind, GateCode } from "../model.js";
import type { Inline } from "../tree/blocks.js";

/** A card as the gates see it. */
export interface GatedCard {
  readonly facet: string;
  readonly kind: CardKind;
  readonly prompt: readonly Inline[];
  readonly answer: readonly Inline[];
  readonly context: readonly string[];
}

/** A test that a card must pass: `fails` is true for a card that must not be asked. */
export interface Gate {
  readonly code: GateCode;
  readonly fails: (card: GatedCard) => boolean;
}
