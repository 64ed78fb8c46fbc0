import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

const list = (heading: string, ...items: readonly string[]): string =>
  `## ${heading}\n\n${items.map((item) => `- ${item}`).join("\n")}\n`;
const questions = (text: string): string[] => cardsOf([readNote(text)]).map(({ card }) => card.prompt);
const other = "**Something else**: a second item that gives the list its shape.";

describe("F3, a list of labelled statements", () => {
  it.each([
    ["**Volume**: a store that Docker manages."],
    ["**Volume:** a store that Docker manages."],
    ["**Volume** – a store that Docker manages."],
    ["**Volume** - a store that Docker manages."],
    ["**Volume.** A store that Docker manages."],
    ["*Volume*: a store that Docker manages."],
  ])("an item, when it is written '%s', has a term and a statement", (item) => {
    const [fact] = readNote(list("Storage", item, other)).facts;

    expect(fact).toMatchObject({
      rule: "F3",
      family: "pair",
      term: "Volume",
      body: expect.stringMatching(/^[aA] store that Docker manages\.$/),
    });
  });

  it("an item without marks, when its siblings have the same shape, has a term and a statement", () => {
    expect(
      readNote(list("Storage", "Volume – a store that Docker manages.", "Bind mount – a path of the host.")).facts.map(
        ({ term }) => term,
      ),
    ).toEqual(["Volume", "Bind mount"]);
  });

  it("a list, when less than three fifths of it are labelled, is an ordinary list", () => {
    expect(readNote(list("Storage", "**Volume**: a store.", "and also", "some more words")).facts).toEqual([]);
  });

  it("a list, when it has one item, makes no card", () => {
    expect(readNote(list("Storage", "**Volume**: a store that Docker manages.")).facts).toEqual([]);
  });

  it.each([
    ["The place for all data", 1],
    ["The place for all the data", 0],
  ])("an item without marks, when it begins with '%s', has a label of at most five words", (label, facts) => {
    const found = readNote(list("Storage", `${label}: a volume of Docker.`, other, "**Cache**: a third one.")).facts;

    expect(found.filter(({ term }) => term === label)).toHaveLength(facts);
  });

  it("an item, when its bold word is part of the sentence, has no label", () => {
    expect(readNote(list("Steps", "**Build** the image first.", "**Push** the image then.")).facts).toEqual([]);
  });

  it.each([
    [
      "Why use containers?",
      "**Portability**: Images run on any machine.",
      "Why use containers — Portability: what does it mean?",
    ],
    [
      "Benefits of images",
      "**Small downloads**: Layers are fetched once.",
      "Benefits of images — Small downloads: what do they mean?",
    ],
    [
      "Images vs. containers",
      "**Lifetime**: An image stays, a container goes.",
      "Images vs. containers — Lifetime: how do they differ?",
    ],
    [
      "Using volumes",
      "**Removing volumes**: The command is `docker volume rm`.",
      "Using volumes — Removing volumes: how is it done?",
    ],
    ["Kinds of storage", "**Bind mount**: a path of the host.", "What is a bind mount?"],
    ["Kinds of storage", "**Bind mounts**: paths of the host in a container.", "What are bind mounts?"],
    ["Kinds of storage", "**Bind mount**: storage on a path of the host.", "What is a bind mount?"],
    ["Kinds of storage", "**Host storage**: room on a disk of the machine.", "Kinds of storage — Host storage: what is it?"],
    ["Kinds of storage", "**Writable layer**: the sheet on top of an image.", "What is the writable layer?"],
    ["Kinds of storage", "**Copy-on-write**: a way to save space in layers.", "What is copy-on-write?"],
    ["Kinds of tea", "**Sencha**: leaves steamed for about a minute, then rolled.", "What is Sencha?"],
    ["Kinds of tea", "**Matcha**: shaded leaves, ground to a fine powder.", "What is Matcha?"],
    ["Kinds of walls", "**Namespaces**: limits on what a process can see.", "What are namespaces?"],
    ["Keys", "`host`: the host's own addresses, used by the container.", "Keys — `host`: what is it?"],
    ["Kinds of storage", "**Bind mount**: shows a path of the host inside.", "Kinds of storage — Bind mount: what does it do?"],
    [
      "Kinds of storage",
      "**Bind mounts**: They show a path of the host inside.",
      "Kinds of storage — Bind mounts: what do they do?",
    ],
    [
      "Kinds of storage",
      "**Bind mount**: Used for sources during development.",
      "Kinds of storage — Bind mount: what is it used for?",
    ],
    ["Kinds of storage", "**Docker Hub**: the public registry of Docker.", "What is Docker Hub?"],
    ["Kinds of storage", "**Zebra**: a kind of store for rare animals.", "What is “Zebra”?"],
    ["Instructions", "`COPY`: brings files into the image.", "What does `COPY` do?"],
    ["Keys", "`image`: names an image to run.", "Keys — `image`: what does it do?"],
    ["Files", "`.env`: a file with values.", "What is `.env`?"],
  ])("a statement, when it stands under '%s' as '%s', is asked as '%s'", (heading, item, question) => {
    const prose = "We use Docker Hub in prose. We know a bind mount, and mounts in general.";

    expect(questions(`${prose}\n\n${list(heading, item, other)}`)[0]).toBe(question);
  });

  it("a sentence about the term, when it begins with an article, is not taken for a definition of it", () => {
    const host = "**Host network**: A container gets the addresses of the machine itself.";

    expect(questions(`A host network is fast.\n\n${list("Kinds of networks", host, other)}`)[0]).toBe(
      "Kinds of networks — Host network: what does it mean?",
    );
  });

  it("a statement, when its first sentence only leads up to the label, is answered down to the sentence that holds it", () => {
    const item = "**Persistence**: Data in a container is lost with it. Volumes let data persist. They are fast.";

    expect(asked(list("Why use volumes?", item, other))[0]).toBe(
      "Why use volumes — Persistence: what does it mean? → Data in a container is lost with it. Volumes let data persist.",
    );
  });

  it("a reason, when there are several, is not asked for by its description", () => {
    expect(
      cardsOf([readNote(list("Why use volumes?", "**Speed**: a store close to the disk.", other))]).map(({ card }) => card.facet),
    ).toEqual(["forward", "forward"]);
  });

  it("a term, when what is said about it does not give it away, is asked for too", () => {
    expect(
      asked(
        list("Kinds of storage", "**Volume**: a store that Docker manages.", "**Bind mount**: shows a path of the host inside."),
      ),
    ).toEqual([
      "What is “Volume”? → A store that Docker manages.",
      "____ is a store that Docker manages. → Volume",
      "Kinds of storage — Bind mount: what does it do? → Shows a path of the host inside.",
      "Kinds of storage — which one is this? Shows a path of the host inside. → bind mount",
    ]);
  });

  it("what stands below an item, when the answer is given, follows it", () => {
    const [fact] = readNote(
      "## Kinds\n\n- **Volume**: a store of files that Docker manages. It is quick to set up.\n\n  Back it up often.\n- **Bind mount**: a path.\n",
    ).facts;

    expect(fact?.cards[0]).toMatchObject({
      answer: "A store of files that Docker manages.",
      extra: "It is quick to set up.\n\nBack it up often.",
    });
  });

  it("labels of one list, when one of them is a word of every day in code, are all asked with the topic", () => {
    expect(
      questions(list("Restart policies", "`always`: restarts it at each exit.", "`on-failure`: restarts it after an error."))[2],
    ).toBe("Restart policies — `on-failure`: what does it do?");
  });

  it.each([
    ["names no subject", "**Note**: restart the program after the change."],
    ["only leads elsewhere", "[Other tool](https://other.example): does the same for other files."],
  ])("an item, when its label %s, makes no fact", (_, item) => {
    expect(readNote(list("Storage", item, other, "**Third thing**: one more item.")).facts.map(({ term }) => term)).toEqual([
      "Something else",
      "Third thing",
    ]);
  });
});
