import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Clause, Run, Word } from "../syntax/index.ts";
import { anchors, readDuration } from "./anchors.ts";
import { nameKey, runText, wordsText } from "./names.ts";
import { type Captures, match } from "./patterns.ts";
import { closest } from "./suggest.ts";
import type { Anchor, EvidenceKind, Need } from "./types.ts";

/** `objective evidence` is what a clinician found or a test showed, not what anybody says or believes. */
const kinds: Readonly<Record<string, readonly EvidenceKind[]>> = {
  "objective evidence": ["test result", "objective finding"],
  "test result": ["test result"],
  "objective finding": ["objective finding"],
  "patient report": ["patient report"],
};

/** `needs objective evidence`, `needs evidence within 3 months before request date`, `needs evidence from treating physician` */
export function readNeed(run: Run): { readonly needs: readonly Need[] } | { readonly wrong: Problem } {
  const needs = readNeeds(plainWords(run.words));
  return needs ? { needs } : { wrong: unknownNeed(run, runText(run)) };
}

/** `objective evidence within 3 months before request date from treating physician`: kind, age and author, each if said. */
function readNeeds(words: readonly Word[]): readonly Need[] | null {
  const read = shapes.flatMap(({ text, reads }) => match(text, words).flatMap((captures) => [reads(captures)]));
  return read.find((needs) => needs !== null) ?? null;
}

/** Every order in which age and author may follow the kind. */
const shapes: readonly { readonly text: string; readonly reads: (captures: Captures) => readonly Need[] | null }[] = [
  { text: "{a}", reads: ([kind]) => all(kindNeed(kind)) },
  ...anchors.flatMap((before) => [
    {
      text: `{a} within {b} before ${before}`,
      reads: ([kind, age]: Captures) => all(kindNeed(kind), ageNeed(age, before)),
    },
    {
      text: `{a} within {b} before ${before} from {c}`,
      reads: ([kind, age, role]: Captures) => all(kindNeed(kind), ageNeed(age, before), authorNeed(role)),
    },
    {
      text: `{a} from {b} within {c} before ${before}`,
      reads: ([kind, role, age]: Captures) => all(kindNeed(kind), ageNeed(age, before), authorNeed(role)),
    },
  ]),
  { text: "{a} from {b}", reads: ([kind, role]) => all(kindNeed(kind), authorNeed(role)) },
];

type Said = readonly Word[] | undefined;

function all(...parts: readonly (readonly Need[] | null)[]): readonly Need[] | null {
  const read = parts.filter((part) => part !== null).flat();
  return parts.includes(null) || read.length === 0 ? null : read;
}

/** Nothing for bare `evidence`; `null` for what is no kind of evidence. */
function kindNeed(words: Said): readonly Need[] | null {
  const text = wordsText(words ?? []);
  const key = nameKey(text.replace(/^an? /i, ""));
  if (key === "evidence") return [];
  const admits = Object.entries(kinds).find(([name]) => nameKey(name) === key)?.[1];
  return admits ? [{ kind: "evidence kind", admits, text }] : null;
}

function ageNeed(words: Said, before: Anchor): readonly Need[] | null {
  const said = wordsText(words ?? []);
  const duration = readDuration(said);
  return duration && [{ kind: "recent", ...duration, before, text: `evidence within ${said} before ${before}` }];
}

function authorNeed(words: Said): readonly Need[] | null {
  const role = wordsText(words ?? []).replace(/^(?:an?|the) /i, "");
  if (role === "" || /\b(?:within|before)\b/i.test(role)) return null;
  return [{ kind: "author", role, text: `evidence from ${role}` }];
}

/** The roles that an author may have: `treating physician or neurologist` are two. */
export function rolesIn(role: string): readonly string[] {
  return role.split(/\s*,\s*(?:or\s+)?|\s+or\s+/i).filter((each) => each !== "");
}

/** `before the request date` is `before request date`. */
function plainWords(words: readonly Word[]): readonly Word[] {
  return words.filter(({ text }, at) => !(/^the$/i.test(text) && /^before$/i.test(words[at - 1]?.text ?? "")));
}

/** `reviewer attests "..."` below a fact; a paper could not satisfy other needs besides. */
export function attestation(body: readonly Clause[]): { readonly need: Need } | { readonly wrong: Problem } | null {
  const [first, again] = body.filter((clause) => clause.kind === "reviewer attests");
  if (first?.kind !== "reviewer attests") return null;
  const other = again ?? body.find((clause) => clause.kind === "needs");
  if (other) return { wrong: neverBoth(other.span) };
  return { need: { kind: "attestation", statement: first.text.text, text: "reviewer's attestation" } };
}

function neverBoth(span: Span): Problem {
  return problem("E0350", span, "What the reviewer attests no paper documents, so nothing else can be needed.", {
    hint: "Keep one of the two lines; ask for papers with a fact of its own.",
  });
}

function unknownNeed(run: Run, text: string): Problem {
  const near = meantNeed(text) ?? closest(text, Object.keys(kinds));
  const said = text === "" ? "`needs` does not say" : `\`${text}\` does not say`;
  return problem("E0306", run.span, `${said} what evidence the fact needs.`, {
    hint: "Write `needs objective evidence`, `needs test result`, `needs objective finding`, `needs patient report`, `needs evidence within 3 months before request date` or `needs evidence from treating physician`; kind, age and author may be said in one line, in this order.",
    fixes: near !== null && text !== "" ? [replace(`Write ${near}`, run.span, near)] : [],
  });
}

/** `evidence within the last 3 months`, `evidence by treating physician` */
function meantNeed(text: string): string | null {
  const [, kind, length] = /^(.+?) within (?:the )?(?:last |past )?(\d+ \w+)$/i.exec(text) ?? [];
  if (kind !== undefined && kinds[kind.toLowerCase()] && length && readDuration(length))
    return `${kind} within ${length} before request date`;
  const window = /^evidence (?:within|in|from) (?:the )?(?:last |past )?(.+?)(?: (?:of|before) .*)?$/i.exec(text)?.[1];
  if (window && readDuration(window)) return `evidence within ${window} before request date`;
  const author = /^evidence by (?:an? |the )?(.+)$/i.exec(text)?.[1];
  return author ? `evidence from ${author}` : null;
}
