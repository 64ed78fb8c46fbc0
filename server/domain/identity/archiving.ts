/** Why cards that the notes no longer give are kept all the same. */
export type ArchivingRefusal = "otherFolder" | "tooMany";

export interface ArchivingCase {
  /** Whether anything would be archived at all. */
  readonly isNeeded: boolean;
  /** Active cards that would be archived. */
  readonly cards: number;
  /** Active cards of the whole notes folder. */
  readonly activeCards: number;
  /** The folder is not the one that the stored notes are from. */
  readonly isOtherFolder: boolean;
  /** Nobody looks at the report before it is applied. */
  readonly unattended: boolean;
}

const alwaysAllowed = 20;
const allowedShare = 0.2;

/** Whether cards may be archived (`null`), or must wait until somebody asks for it. */
export function refuseArchiving({
  isNeeded,
  cards,
  activeCards,
  isOtherFolder,
  unattended,
}: ArchivingCase): ArchivingRefusal | null {
  if (!isNeeded) return null;
  if (isOtherFolder) return "otherFolder";
  return unattended && cards > Math.max(alwaysAllowed, activeCards * allowedShare) ? "tooMany" : null;
}
