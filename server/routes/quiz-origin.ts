import { z } from "zod";

/** The session from which a page was opened, so that it leads back there: "all", or the id of its deck. */
export const quizOrigin = z.union([z.literal("all"), z.string().regex(/^\d{1,15}$/)]).optional();
