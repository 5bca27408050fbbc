import type { AuditEntry } from "../api/index.ts";
import { gateWords } from "../words/index.ts";

/** What was done, to be read after the name of who did it. `change`, `set`: where one can go from there. */
interface Deed {
  readonly words: string;
  readonly change: string | null;
  /** A set whose releases it is about. */
  readonly releases: string | null;
}

/** People by id. */
type Names = ReadonlyMap<string, string>;

/** What the ids of entries stand for. */
export interface Known {
  readonly people: Names;
  /** Changes by their number. */
  readonly changes: ReadonlyMap<string, { readonly set: string; readonly title: string }>;
}

interface Telling {
  readonly subject: string;
  /** The change it is about, by what it is called. */
  readonly change: string;
  /** A field of the detail in words; empty where it has none. */
  readonly detail: (field: string) => string;
  /** How many a field of the detail lists. */
  readonly count: (field: string) => string;
  /** The person it was done to. */
  readonly person: string;
  /** Those that a field of the detail names, an id or a list of them. */
  readonly people: (field: string) => string;
}

type Words = (of: Telling) => string;

const ofDraft: Readonly<Record<string, Words>> = {
  "create set": () => "began the guideline set",
  "remove set": ({ detail }) => `removed the guideline set with ${files(detail("files"))}`,
  "restore set": ({ detail }) => `brought the guideline set back with ${files(detail("files"))}`,
  "import folder": ({ detail, people }) => `took ${files(detail("files"))} from the folder${as(people("as"))}`,
  "attribute texts": ({ subject, detail, people }) =>
    `said that ${files(detail("files"))} of ${subject} ${detail("files") === "1" ? "is" : "are"} by ${people("people")}`,
  "save file": ({ subject }) => `saved ${subject}`,
  "remove file": ({ subject }) => `removed ${subject}`,
  "replace files": ({ detail }) => `changed ${files(detail("files"))} of the draft at once`,
  "push files": ({ detail }) => `pushed ${files(detail("files"))} from the command line`,
};

const ofChange: Readonly<Record<string, Words>> = {
  "send to review": ({ change }) => `sent ${change} to review`,
  "send again": ({ change, detail }) => `sent ${change} to review again, as round ${detail("round")}`,
  "withdraw change": ({ change }) => `withdrew ${change}`,
  acknowledge: ({ change, detail }) => `acknowledged ${moves(detail("count"))} of ${change}`,
  comment: ({ change }) => `commented on ${change}`,
  "resolve comment": ({ change }) => `resolved a comment on ${change}`,
  "reopen comment": ({ change }) => `reopened a comment on ${change}`,
  "approve round": ({ change, detail }) => `signed the approval of ${change}, round ${detail("round")}`,
  "request changes": ({ change, detail }) => `asked for changes to ${change}, round ${detail("round")}`,
  "waive gate": ({ change, detail }) => `waived ${quoted(detail("gate"))} for ${change}, round ${detail("round")}`,
  "publish change": ({ change }) => `published ${change}`,
  "retire change": ({ change }) => `closed ${change}, whose release was retired`,
};

const ofRelease: Readonly<Record<string, Words>> = {
  "publish release": ({ detail }) => `published release ${detail("version")}${waived(detail("waived"))}`,
  "retire release": ({ detail }) => `retired release ${detail("version")}; it decides until ${detail("to")}`,
  "yearly review": ({ detail }) => `signed that release ${detail("version")} was reviewed and is still right`,
};

const ofPeople: Readonly<Record<string, Words>> = {
  "sign in": () => "signed in",
  "sign out": () => "signed out",
  "refuse sign-ins": ({ subject, detail }) =>
    `${counted(detail("refused"), "sign-in was", "sign-ins were")} refused in the hour of ${subject}`,
  "refuse credential": () => "gave a wrong credential when signing",
  "set password": ({ detail }) =>
    detail("anew") === "yes"
      ? `set the password anew, through a link made by ${detail("link")}`
      : `chose a password, through a link made by ${detail("link")}`,
  "change password": ({ detail }) =>
    `changed the password${detail("tokens") === "" || detail("tokens") === "0" ? "" : `, which ended ${counted(detail("tokens"), "token", "tokens")}`}`,
  "add person": ({ detail }) => `added ${detail("name")} as ${detail("roles")}`,
  "change person": ({ person, detail }) =>
    `made ${person} ${detail("roles")}${detail("active") === "no" ? ", who may not enter any more" : ""}`,
  "make one-time link": ({ person }) => `made a link with which ${person} chooses a password`,
  "make token": ({ detail }) => `made the token “${detail("name")}” for the command line`,
  "end token": ({ detail }) => `ended the token “${detail("name")}”`,
};

const decidedWords: Readonly<Record<string, string>> = {
  accepted: "accepted a proposed determination",
  overridden: "decided otherwise than was proposed",
};

const ofTheRest: Readonly<Record<string, Words>> = {
  "determine cases": ({ count }) => `determined ${counted(count("determinations"), "case", "cases")}`,
  "decide on determination": ({ detail }) => decidedWords[detail("decision")] ?? "decided on a determination",
  "make case of candidate": ({ subject }) =>
    `made candidate ${subject} a case: a determination that was decided otherwise`,
  "delete case": () => "deleted a case and what was written of it",
  "remove expired cases": ({ detail }) =>
    `removed ${counted(detail("cases"), "case", "cases")} whose time of keeping is over`,
  "create key": () => "made a signing key",
  "revoke key": () => "revoked a signing key",
  "make backup": () => "made a backup",
  "accept clock": ({ detail }) =>
    `accepted the clock, which showed ${detail("clock")} when the last entry was of ${detail("last")}`,
  "open as one person": ({ detail }) => `opened the store of a team for one person, ${detail("name")}`,
  "restore backup": ({ detail }) => `restored the backup of ${detail("made")}`,
};

const deeds: ReadonlyMap<string, Words> = new Map(
  [ofDraft, ofChange, ofRelease, ofPeople, ofTheRest].flatMap((topic) => Object.entries(topic)),
);

/** What an entry tells; what this page does not know is shown as it is written. */
export function deedOf(
  { action, subject, detail }: Pick<AuditEntry, "action" | "subject" | "detail">,
  { people: names, changes }: Known,
): Deed {
  const change = changeOf({ action, subject, detail });
  const telling = {
    subject,
    change: change === null ? "" : (titleOf(changes.get(change)) ?? `change ${change}`),
    detail: (field: string) => textOf(detail[field]),
    count: (field: string) => countOf(detail[field]),
    person: names.get(subject) ?? "a person",
    people: (field: string) => namesIn(detail[field], names),
  };
  const words = deeds.get(action)?.(telling) ?? `${action} ${subject}`.trim();
  const releases = action in ofRelease ? telling.detail("set") : "";
  return { words, change, releases: releases === "" ? null : releases };
}

/** The number of the change that an entry is about; `null`: it is about none. */
export function changeOf({
  action,
  subject,
  detail,
}: Pick<AuditEntry, "action" | "subject" | "detail">): string | null {
  return action in ofChange ? textOf(detail["change"]) || subject : null;
}

const titleOf = (change: { readonly title: string } | undefined): string | null =>
  change === undefined ? null : `“${change.title}”`;

/** Who did it: a person, or what does things by itself. */
export function doerOf({ actor }: Pick<AuditEntry, "actor">, { people }: Pick<Known, "people">): string {
  return people.get(actor) ?? byThemselves[actor] ?? actor;
}

const byThemselves: Readonly<Record<string, string>> = {
  local: "The person at this machine",
  import: "The server",
  server: "The server",
  nobody: "People nobody knows:",
  "command line": "Somebody at the command line",
};

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? `${value}` : "";
}

function namesIn(value: unknown, names: Names): string {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return ids.map((id) => (typeof id === "string" ? (names.get(id) ?? "a person") : "")).join(", ");
}

const countOf = (value: unknown): string => (Array.isArray(value) ? `${value.length}` : textOf(value));
const counted = (count: string, one: string, many: string): string => `${count} ${count === "1" ? one : many}`;
const files = (count: string): string => counted(count, "file", "files");
const moves = (count: string): string => counted(count, "move", "moves");
const as = (name: string): string => (name === "" ? "" : `, as texts of ${name}`);
const quoted = (gate: string): string => `“${gateWords(gate).toLowerCase()}”`;

const waived = (gates: string): string =>
  gates === "" ? "" : `, with ${gates.split(", ").map(quoted).join(" and ")} waived`;
