import { resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { ConfigError, readConfig } from "../../server/config.js";

const root = resolve("/srv/deckhand");

describe("readConfig", () => {
  it("gives the documented defaults, when nothing is set", () => {
    expect(readConfig({}, root)).toEqual({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      isHttps: false,
      trustProxy: false,
      databaseFile: resolve(root, "data/deckhand.db"),
      notesDir: resolve(root, "content"),
      registration: "invitation",
      logLevel: "info",
    });
  });

  it("takes a variable for unset, when it is empty or blank", () => {
    expect(readConfig({ PORT: "", HOST: "  ", PUBLIC_URL: "", REGISTRATION: "" }, root)).toEqual(readConfig({}, root));
  });

  it("names the default public address after the port, when only the port is set", () => {
    expect(readConfig({ PORT: "8080" }, root).publicUrl).toBe("http://localhost:8080");
    expect(readConfig({ PORT: "80" }, root).publicUrl).toBe("http://localhost");
  });

  it.each([
    ["https://Cards.Example.org/", "https://cards.example.org", true],
    ["https://cards.example.org:443", "https://cards.example.org", true],
    ["http://deckhand.lan:3000", "http://deckhand.lan:3000", false],
  ])("reduces PUBLIC_URL to its origin, when it is %s", (given, publicUrl, isHttps) => {
    expect(readConfig({ PUBLIC_URL: given }, root)).toMatchObject({ publicUrl, isHttps });
  });

  it.each([
    ["off", false],
    ["0", false],
    ["1", 1],
    ["2", 2],
    ["loopback", ["loopback"]],
    ["10.0.0.0/8, ::1", ["10.0.0.0/8", "::1"]],
  ])("reads TRUST_PROXY, when it is %s", (given, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: given }, root).trustProxy).toEqual(trustProxy);
  });

  it.each([
    ["file:./data/deckhand.db", resolve(root, "data/deckhand.db")],
    ["file:/var/lib/deckhand.db", resolve("/var/lib/deckhand.db")],
    ["file:///var/lib/deck%20hand.db", resolve("/var/lib/deck hand.db")],
  ])("finds the database's file from the project's root, when DATABASE_URL is %s", (given, databaseFile) => {
    expect(readConfig({ DATABASE_URL: given }, root).databaseFile).toBe(databaseFile);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["HOST", "http://localhost"],
    ["PUBLIC_URL", "cards.example.org"],
    ["PUBLIC_URL", "ftp://cards.example.org"],
    ["PUBLIC_URL", "https://cards.example.org/deckhand"],
    ["PUBLIC_URL", "https://me:secret@cards.example.org"],
    ["TRUST_PROXY", "true"],
    ["TRUST_PROXY", "100"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "10.0.0.0/8/8"],
    ["DATABASE_URL", "postgres://me:secret@db/deckhand"],
    ["DATABASE_URL", "./data/deckhand.db"],
    ["DATABASE_URL", "file:./data/"],
    ["DATABASE_URL", "file:"],
    ["DATABASE_URL", "file:./deckhand.db?mode=ro"],
    ["DATABASE_URL", "file://elsewhere/deckhand.db"],
    ["REGISTRATION", "Open"],
    ["LOG_LEVEL", "loud"],
  ])("refuses with the variable's name and an example, when %s is %s", (name, value) => {
    const refusal = faultsOf({ [name]: value });

    expect(refusal).toHaveLength(1);
    expect(refusal[0]).toMatch(new RegExp(`^${name}: .+ Example: ${name}=`));
    expect(refusal[0]).not.toContain("secret");
  });

  it("refuses without repeating it, when a value is longer than any address", () => {
    expect(faultsOf({ HOST: "x".repeat(1001) })[0]).toMatch(/^HOST: the value is longer than 1000 characters/);
  });

  it("tells every fault at once, when several variables are wrong", () => {
    expect(faultsOf({ PORT: "x", REGISTRATION: "x", LOG_LEVEL: "x" })).toHaveLength(3);
  });
});

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, root);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  throw new Error("It was not refused.");
}
