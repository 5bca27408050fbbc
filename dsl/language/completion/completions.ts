import { acceptedProblems, type Analysis, anchors, codeSystems } from "../../semantics/index.ts";
import { atMargin } from "./margin.ts";
import { clauseStarts } from "./clauses.ts";
import { type Completion, type Proposal, proposed } from "./completion.ts";
import { criterionCompletions } from "./criterion.ts";
import { answers, entryValues, expectable } from "./example.ts";
import { otherGuidelines } from "./otherGuidelines.ts";
import { type Place, placeOf, wordsFrom } from "./place.ts";
import { afterComma, propose, type Typing } from "./typing.ts";
import { typeCompletions } from "./types.ts";

/** What may be typed at `offset`, best first; empty in comments and quotes. Told from the text before the cursor. */
export function completions(analysis: Analysis, offset: number): readonly Completion[] {
  const { source, environment } = analysis;
  const others = otherGuidelines(analysis, offset);
  if (others !== null) return others;
  const place = placeOf(analysis, offset);
  if (!place) return [];
  if (place.at === "segment") return inSegment(analysis, place, { offset, shift: place.shift });
  const typed = source.text.slice(place.start, offset);
  const inList = isList.test(source.text.slice(place.shift));
  const proposals =
    place.at === "margin"
      ? atMargin(environment)
      : clauseStarts(place.below, place.above, environment).filter(
          ({ label }) => (inList || !ofLists.has(label)) && (changesAnother(analysis) || !ofChanges.has(label)),
        );
  return proposed(proposals, typed, place.start, offset);
}

const isList = /^fact\b[^:\r\n]*:\s*list\b/i;
const changesAnother = ({ value }: Analysis): boolean => value.overlay !== null;
const ofChanges: ReadonlySet<string> = new Set(["changed because", "taken away because"]);
const ofLists: ReadonlySet<string> = new Set(["counted once per"]);

function inSegment(
  { environment }: Analysis,
  { line, segment, below }: Place & { readonly at: "segment" },
  { offset, shift }: { readonly offset: number; readonly shift: number },
): readonly Completion[] {
  const typing: Typing = { words: wordsFrom(segment.tokens, shift), offset };
  const before = wordsFrom(line.segments.at(-2)?.tokens ?? [], shift);
  switch (segment.role) {
    case "criterion":
      return criterionCompletions({ tokens: segment.tokens, shift, offset }, environment);
    case "type":
      return typeCompletions(typing, environment);
    case "codes":
      return propose(afterComma(typing), systems);
    case "needs":
      return propose(typing, needs);
    case "accepted":
      return propose(typing, acceptable);
    case "counted once":
      return [];
    case "citation":
      return propose(typing, locators);
    case "dates":
      return propose(typing, dates(typing));
    case "entry name":
      return propose(typing, clauseStarts(below, "other", environment));
    case "entry value":
      return entryValues(typing, before, environment);
    case "expected name":
      return propose(typing, expectable(environment));
    case "expected answer":
      return answers(typing, before, environment);
    case "label":
    case "keyword":
    case "declared name":
    case "field name":
    case "grades":
    case "policy":
    case "row value":
    case "service name":
    case "wording":
    case "item":
    case "taken names":
    case "ranked":
    case "unread":
      return [];
  }
}

const systems: readonly Proposal[] = codeSystems.map((system) => ({
  label: system,
  kind: "type",
  insert: `${system} `,
  detail: `then codes of ${system}, until another system is named`,
}));

const needs: readonly Proposal[] = [
  { label: "objective evidence", kind: "value", detail: "a test result or an objective finding" },
  { label: "test result", kind: "value" },
  { label: "objective finding", kind: "value" },
  { label: "patient report", kind: "value" },
  ...anchors.map(
    (anchor): Proposal => ({
      label: `evidence within … before ${anchor}`,
      kind: "value",
      insert: `evidence within \${1:3 months} before ${anchor}`,
      snippet: true,
    }),
  ),
  {
    label: "evidence from …",
    kind: "value",
    insert: "evidence from ${1:treating physician}",
    snippet: true,
    detail: "written by someone in that role",
  },
];

const acceptable: readonly Proposal[] = acceptedProblems.map((label) => ({ label, kind: "value" }));

const locators: readonly Proposal[] = ["page", "pages", "section"].map((label) => ({
  label,
  kind: "value",
  insert: `${label} `,
}));

const dates = ({ words }: Typing): readonly Proposal[] =>
  words.length < 2 ? [{ label: "from", kind: "keyword", insert: "from ${1:2024-01-01}", snippet: true }] : [];
