import { deckSamples } from "./decks.js";
import { errorFragment, formSamples } from "./forms.js";
import { quizSamples } from "./quiz.js";
import type { Sample } from "./sample.js";
import { todaySamples } from "./today.js";

/** Every page in every state that a designer would look at. */
export const samples: readonly Sample[] = [...todaySamples, ...quizSamples, ...deckSamples, ...formSamples, errorFragment];
