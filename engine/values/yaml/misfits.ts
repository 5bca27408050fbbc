import type { z } from "zod";
import { closest, type Diagnostic, type Fix, type Span } from "../../../dsl/index.ts";
import { listed, problem, replacement } from "./problem.ts";
import { entryAt, type Path, placeOf, valueAt, type YamlFile } from "./tree.ts";

/** Of a file that is wrong throughout, so many complaints of one kind say enough. */
const MOST = 50;

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, in words, at its place in the file. `base` leads to where the schema was applied. */
export function diagnosticsOf(file: YamlFile, issues: readonly Issue[], base: Path): readonly Diagnostic[] {
  const misspelt = new Set(issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? intended(issue) : [])));
  const own = issues.slice(0, MOST).filter((issue) => !misspelt.has(JSON.stringify(issue.path)));
  return own.flatMap((issue) => diagnosticOf(file, issue, base));
}

/** The paths that misspelt names were meant to be: that nothing stands there need not be said too. */
function intended(issue: z.core.$ZodIssueUnrecognizedKeys): readonly string[] {
  const known = issue.message.split(", ");
  return issue.keys.slice(0, MOST).flatMap((key) => {
    const near = closest(key, known);
    return near === null ? [] : [JSON.stringify([...issue.path, near])];
  });
}

function diagnosticOf(file: YamlFile, issue: Issue, base: Path): readonly Diagnostic[] {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, MOST).map((key) => unknownName(file, path, key, issue.message.split(", ")));
    case "invalid_union":
      return nearestBranch(issue, file, path);
    case "invalid_value":
      return [notOneOf(file, path, issue.values.map(String))];
    case "custom":
      return [ownCheck(file, path, issue)];
    case "too_small":
      return [
        problem(file.name, "E0611", placeOf(file, path), `${subject(path)} is empty.`, {
          hint: issue.origin === "array" ? "Write one entry at least." : "Write something, or leave it out.",
        }),
      ];
    default:
      return [wrongKind(file, path, expectedBy(issue))];
  }
}

function expectedBy(issue: Issue | undefined): string {
  return issue !== undefined && "expected" in issue ? String(issue.expected) : "string";
}

/** Of several shapes the one that fits best speaks: the others were not meant. */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion, file: YamlFile, path: Path): readonly Diagnostic[] {
  const [best] = issue.errors.toSorted((one, other) => distance(one) - distance(other));
  if (best === undefined || distance(best) >= NOT_MEANT) return [wrongKind(file, path, expectedBy(best?.[0]))];
  return diagnosticsOf(file, best, path);
}

/** More than thousands of complaints about what is inside: a list of wrong entries is still a list. */
const NOT_MEANT = 1e9;

function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + weight(issue), 0);
}

function weight(issue: Issue): number {
  if (issue.path.length === 0 && issue.code === "invalid_type") return NOT_MEANT;
  if (issue.code === "unrecognized_keys") return 10 * issue.keys.length;
  return issue.code === "invalid_union" ? Math.min(8, ...issue.errors.map(distance)) : 5;
}

function unknownName(file: YamlFile, path: Path, key: string, known: readonly string[]): Diagnostic {
  const span = entryAt(file.tree, [...path, key])?.keySpan ?? placeOf(file, path);
  const near = closest(key, known);
  const where = path.length === 0 ? "at the top of this file" : `in ${nameOf(path)}`;
  return problem(file.name, "E0609", span, `\`${key}\` is not a word that may stand ${where}.`, {
    hint: near === null ? `What may stand here: ${listed(known)}.` : `Did you mean \`${near}\`?`,
    fixes: near === null ? [] : [replacement(span, near, false)],
  });
}

/** What authors look for at the wrong place, by the name of the map it was written in. */
const meantElsewhere: Readonly<Record<string, string>> = {
  answers: "What a score, table or schedule comes to stands under `values`: `values: { Wells: 4.5 }`.",
};

function notOneOf(file: YamlFile, path: Path, allowed: readonly string[]): Diagnostic {
  const found = valueAt(file.tree, path);
  if (found === null) return missing(file, path, allowed);
  const near = closest(text(found), allowed);
  const span = placeOf(file, path);
  const choice = [`It is one of ${listed(allowed)}.`, meantElsewhere[String(path.at(-2))]].filter(Boolean).join(" ");
  return problem(file.name, "E0613", span, `\`${text(found)}\` is not one of the words for \`${lastName(path)}\`.`, {
    hint: near === null ? choice : `Did you mean \`${near}\`? ${choice}`,
    fixes: near === null ? [] : [replacement(span, near, false)],
  });
}

function ownCheck(file: YamlFile, path: Path, issue: z.core.$ZodIssueCustom): Diagnostic {
  const { code, hint } = issue.params ?? {};
  return problem(file.name, String(code), placeOf(file, path), issue.message, { hint: String(hint) });
}

interface Kind {
  readonly noun: string;
  readonly hint: string;
}

const lines: Kind = { noun: "a map (`name: value` lines)", hint: "Write `name: value` lines under it." };
const oneText: Kind = { noun: "a text", hint: "Write the value behind the colon." };
const kinds: Readonly<Record<string, Kind>> = {
  object: lines,
  record: lines,
  array: { noun: "a list", hint: "Begin each entry with `-` on a line of its own." },
};

function wrongKind(file: YamlFile, path: Path, expected: string): Diagnostic {
  const found = valueAt(file.tree, path);
  if (found === null) return missing(file, path);
  if (found.kind === "scalar" && typeof found.value === "boolean")
    return yesOrNo(file, placeOf(file, path), found.value);
  const kind = kinds[expected] ?? oneText;
  if (found.kind === "scalar" && found.value === null) return nothing(file, path, kind);
  const message = `${subject(path)} is ${foundKind(found.kind)}, but ${kind.noun} is needed here.`;
  return problem(file.name, "E0611", placeOf(file, path), message, { hint: kind.hint });
}

function nothing(file: YamlFile, path: Path, kind: Kind): Diagnostic {
  if (path.length === 0) {
    return problem(file.name, "E0611", { start: 0, end: 0 }, "This file is empty.", {
      hint: "Begin with a line `schema: ...`.",
    });
  }
  const span = entryAt(file.tree, path)?.keySpan ?? placeOf(file, path);
  const message = `${subject(path)} has nothing behind it, but ${kind.noun} is needed here.`;
  return problem(file.name, "E0611", span, message, { hint: "Write a value, or leave the line out." });
}

function yesOrNo(file: YamlFile, span: Span, value: boolean): Diagnostic {
  const word = value ? "yes" : "no";
  return problem(file.name, "E0612", span, `\`${value}\` is not an answer: answers are \`yes\` or \`no\`.`, {
    hint: "A fact that the record is silent about is `not documented`, never `no`.",
    fixes: [replacement(span, word, true)],
  });
}

/** `schema: precept/set/1` is said whole where nothing else may stand there. */
function missing(file: YamlFile, path: Path, allowed: readonly string[] = []): Diagnostic {
  const parent = path.slice(0, -1);
  const where = parent.length === 0 ? "This file" : nameOf(parent, "capital");
  const name = lastName(path);
  const only = allowed.length === 1 ? allowed[0] : undefined;
  return problem(file.name, "E0610", placeOf(file, parent), `${where} does not say \`${name}\`.`, {
    hint: `Add a line \`${name}: ${only ?? "..."}\`.`,
    fixes: insertion(file, parent, { name, value: only ?? "" }),
  });
}

/** A line with the missing name before the first of a map written in lines; none where there is no such line. */
function insertion(
  file: YamlFile,
  path: Path,
  { name, value }: { readonly name: string; readonly value: string },
): readonly Fix[] {
  const map = valueAt(file.tree, path);
  const [first] = map?.kind === "map" ? map.entries.values() : [];
  if (first === undefined) return [];
  const lineStart = file.text.lastIndexOf("\n", first.keySpan.start - 1) + 1;
  const indent = file.text.slice(lineStart, first.keySpan.start);
  if (indent.trim() !== "") return [];
  const at = { start: first.keySpan.start, end: first.keySpan.start };
  return [{ title: `Add \`${name}\``, safe: false, edits: [{ span: at, text: `${name}: ${value}\n${indent}` }] }];
}

function subject(path: Path): string {
  return path.length === 0 ? "This file" : nameOf(path, "capital");
}

/** `the evidence of `strengthening program``, from the names on the way. */
function nameOf(path: Path, style: "plain" | "capital" = "plain"): string {
  const name = lastName(path);
  const last = path.at(-1);
  const counted = typeof last === "number" ? `${style === "capital" ? "Entry" : "entry"} ${last + 1} of ` : "";
  return `${counted}\`${name}\``;
}

function lastName(path: Path): string {
  return path.findLast((step) => typeof step === "string") ?? "file";
}

function text(tree: ReturnType<typeof valueAt>): string {
  return tree?.kind === "scalar" ? String(tree.value ?? "") : "…";
}

function foundKind(kind: "map" | "list" | "scalar"): string {
  return { map: "a map", list: "a list", scalar: "a text" }[kind];
}
