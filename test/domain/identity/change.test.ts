import { describe, expect, it } from "@jest/globals";
import { answerSimilarity, hasChanged } from "../../../server/domain/identity/change.js";

const prompt = "What does `docker run` do?";
const answer = "It starts a new container from an image and attaches to its output";

describe("hasChanged", () => {
  it.each([
    ["a typo is mended", "It strats a new container from an image and attaches to its output"],
    ["a word is replaced", "It starts a fresh container from an image and attaches to its output"],
    ["a clause is added", `${answer}, until it ends`],
    ["it is punctuated otherwise", "It starts a new container, from an image; and attaches to its output."],
  ])("keeps progress, when %s", (_, edited) => {
    expect(hasChanged({ prompt, answer: edited }, { prompt, answer })).toBe(false);
  });

  it.each([
    ["the answer is rewritten", answer, "Every layer below is shared between all running copies"],
    ["a number", "The registry listens on port 3000 by default", "The registry listens on port 8080 by default"],
    ["a number in words", "Compose merges two files by default", "Compose merges three files by default"],
    ["a sign", "The priority is -5 unless it is set", "The priority is 5 unless it is set"],
    ["a decimal point", "The limit is 1.5 cores for each container", "The limit is 15 cores for each container"],
    ["the order of numbers", "Mapped from 8080 to 80 in the container", "Mapped from 80 to 8080 in the container"],
    ["a negation that is added", "A volume is removed with its container", "A volume is not removed with its container"],
    ["a contracted negation", "The daemon does keep the layer afterwards", "The daemon doesn't keep the layer afterwards"],
    ["what is negated", "It is not copied but it is linked to the host", "It is copied but it is not linked to the host"],
    ["a flag", "Pass `-v` to mount the folder into the container", "Pass `-p` to mount the folder into the container"],
    ["a flag's case", "Pass `-v` to mount the folder into the container", "Pass `-V` to mount the folder into the container"],
    [
      "a language's name",
      "The wrapper is written in C++ for speed, as is the rest",
      "The wrapper is written in C for speed, as is the rest",
    ],
  ])("asks the learners, when %s changes however alike the texts are", (_, before, after) => {
    expect(hasChanged({ prompt, answer: before }, { prompt, answer: after })).toBe(true);
  });

  it("asks the learners, when a number changes in the question alone", () => {
    const ask = (port: number) => ({ prompt: `____ listens on port ${port}`, answer: "The registry" });

    expect(hasChanged(ask(3000), ask(8080))).toBe(true);
  });

  it("keeps progress, when only the question is worded otherwise", () => {
    expect(hasChanged({ prompt: "What is it that `docker run` does?", answer }, { prompt, answer })).toBe(false);
  });
});

describe("the border between the same answer and another one", () => {
  const before = "layers shared between images on disk";

  it.each([
    ["layers kept between builds on disk", 0.6, false],
    ["layers shared between pods in memory", 0.583, true],
  ])("is a similarity of 0.6: when it is now '%s', which is %f alike, changed is %s", (after, similarity, changed) => {
    expect(answerSimilarity({ answer: before }, { answer: after })).toBeCloseTo(similarity, 3);
    expect(hasChanged({ prompt, answer: before }, { prompt, answer: after })).toBe(changed);
  });
});

describe("answerSimilarity", () => {
  it("is 0.6 and more for keeping, when one of two words of the same length is exchanged it is less", () => {
    expect(answerSimilarity({ answer: "bridge network" }, { answer: "bridge network." })).toBe(1);
    expect(answerSimilarity({ answer: "TCP" }, { answer: "UDP" })).toBeLessThan(0.6);
  });
});
