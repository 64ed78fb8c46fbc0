/** Goes up when the generator makes other cards, or other HTML, of the same notes: stored ones are then written anew, schedules kept. */
export const generatorVersion = 2;
