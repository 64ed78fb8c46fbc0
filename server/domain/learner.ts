/** An owner looks after the installation; everybody, the owner too, is a learner. */
export type Role = "owner" | "learner";

/** Colours of the pages: those of the system, or always the same. */
export type Scheme = "auto" | "light" | "dark";

/** Study days begin at 04:00 until the learner says otherwise: late evenings count as the day before. */
export const defaultDayStartMinutes = 240;
