import { isBuiltin } from "node:module";
import { eachFile, type Problem, type Rule } from "../rule.ts";
import { globalsOf } from "../scan/globals.ts";
import { importsOf, roomOf } from "../scan/imports.ts";
import type { SourceFile } from "../scan/source.ts";

const advice: Readonly<Record<string, string>> = {
  network: "hand the data in as a parameter; talking to the network is the work of server/ and studio/",
  clock:
    "hand the date in (every rule is anchored to a named date of the case); calendar arithmetic is that of engine/values/calendar.ts",
  chance: "hand a seeded source in; the same text and case must always give the same answer",
  browser: "return plain data; the page is the work of studio/",
  machine: "hand the value in; files, processes and timers are the work of server/ and cli/",
};

const impure: Readonly<Record<string, keyof typeof advice>> = {
  fetch: "network",
  XMLHttpRequest: "network",
  WebSocket: "network",
  EventSource: "network",
  Date: "clock",
  performance: "clock",
  "Temporal.Now": "clock",
  "Math.random": "chance",
  crypto: "chance",
  document: "browser",
  window: "browser",
  self: "browser",
  navigator: "browser",
  location: "browser",
  localStorage: "browser",
  sessionStorage: "browser",
  indexedDB: "browser",
  postMessage: "browser",
  globalThis: "machine",
  process: "machine",
  Buffer: "machine",
  require: "machine",
  console: "machine",
  setTimeout: "machine",
  setInterval: "machine",
  setImmediate: "machine",
  requestAnimationFrame: "browser",
};

function impurities(file: SourceFile): readonly Problem[] {
  if (roomOf(file.path) !== "dsl" && roomOf(file.path) !== "engine") return [];
  return [...globalProblems(file), ...temporalNow(file), ...importProblems(file)];
}

/** A date made of given parts is a value; one made of nothing reads the clock. */
const pure = new Set(["new Date(...)", "Date.UTC"]);

function globalProblems(file: SourceFile): Problem[] {
  return globalsOf(file).flatMap(({ name, path, line }) => {
    const found = pure.has(path) ? undefined : [path, name].find((key) => Object.hasOwn(impure, key));
    return found === undefined ? [] : [problem(file, line, `\`${found}\``, impure[found] ?? "")];
  });
}

/** `Temporal` comes from a package, so it is no global: its clock is looked for in the text. */
function temporalNow(file: SourceFile): Problem[] {
  return [...file.text.matchAll(/\bTemporal\s*\.\s*Now\b/g)].map(({ index }) =>
    problem(file, file.lineAt(index), "`Temporal.Now`", "clock"),
  );
}

function importProblems(file: SourceFile): Problem[] {
  return importsOf(file)
    .filter(({ specifier }) => isBuiltin(specifier))
    .map(({ specifier, line }) => problem(file, line, `\`${specifier}\``, "machine"));
}

function problem(file: SourceFile, line: number, what: string, kind: string): Problem {
  const message = `${roomOf(file.path)}/ is pure and runs unchanged in a browser worker, but uses ${what}: ${advice[kind]}`;
  return { path: file.path, line, message };
}

export const purity: Rule = {
  name: "dsl and engine are pure: no node:, no network, no clock, no chance, no page",
  check: eachFile(impurities),
  good: [
    { "dsl/a.ts": "export const find = (document: { fetch: number }) => document.fetch;" },
    { "engine/a.ts": 'import { Temporal } from "temporal-polyfill"; export const day = Temporal.PlainDate.from;' },
    { "engine/a.ts": "export interface Page { readonly window: Document; process(): Date }" },
    { "server/a.ts": 'import fs from "node:fs"; export const now = Date.now() + process.pid;' },
    { "engine/a.ts": "export const round = Math.round(1.5); export const epoch = new Date(0);" },
  ],
  bad: [
    { "dsl/a.ts": 'import { readFileSync } from "node:fs"; export const a = readFileSync;' },
    { "dsl/a.ts": 'import path from "path"; export const a = path;' },
    { "engine/a.ts": "export const a = () => fetch('/x');" },
    { "engine/a.ts": "export const a = Date.now();" },
    { "engine/a.ts": "export const a = new Date();" },
    { "engine/a.ts": 'import { Temporal } from "temporal-polyfill"; export const a = Temporal.Now.instant();' },
    { "engine/a.ts": "export const a = { b: Math.random };" },
    { "engine/a.ts": "export const a = [document.title];" },
    { "engine/a.tsx": "export const a = (b: number) => b + globalThis.c;" },
    { "dsl/a.ts": "export const a = process.env as unknown;" },
  ],
};
