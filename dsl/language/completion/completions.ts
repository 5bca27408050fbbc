import {
  type AnalysedPart,
  type Analysis,
  type Environment,
  type Named,
  nameKey,
  wordsText,
} from "../../semantics/index.ts";
import { type Line, partAt, partLines } from "../reading/index.ts";
import { arithmeticCompletions } from "./arithmetic.ts";
import { type Around, clauseStarts } from "./clauses.ts";
import { acceptable, dates, locators, needs } from "./clauseValues.ts";
import { codeCompletions, itemCompletions } from "./codes.ts";
import { type Completion, proposed } from "./completion.ts";
import { criterionCompletions } from "./criterion.ts";
import { entryOfList, fieldNamed, nextField } from "./entryFields.ts";
import { answers, entryValues, expectable } from "./example.ts";
import { atMargin } from "./margin.ts";
import { otherGuidelines } from "./otherGuidelines.ts";
import { type InSegment, placeOf, wordsFrom } from "./place.ts";
import { fieldsOf } from "./places.ts";
import { rankCompletions } from "./ranks.ts";
import { rowCompletions } from "./rows.ts";
import { comingNext, either, oneOf, said } from "./steps.ts";
import { from, isSpaced, propose, type Typing } from "./typing.ts";
import { typeCompletions } from "./types.ts";

/** What may be typed at `offset`, best first; empty in comments and quotes. Told from the text before the cursor. */
export function completions(analysis: Analysis, offset: number): readonly Completion[] {
  const { text } = analysis.source;
  return found(analysis, offset).map((each) => (isJoined(text, each) ? { ...each, insert: ` ${each.insert}` } : each));
}

/** Right behind a word, a colon or a bracket; a comma and what stands in quotes join what is before them. */
function isJoined(text: string, { replace, insert }: Completion): boolean {
  const before = text.charAt(replace.start - 1);
  return !/^[\s(“"\ufeff]?$/.test(before) && !/^[,\s]/.test(insert);
}

function found(analysis: Analysis, offset: number): readonly Completion[] {
  const { source, environment } = analysis;
  const others = otherGuidelines(analysis, offset);
  if (others !== null) return others;
  const place = placeOf(analysis, offset);
  if (!place) return [];
  if (place.at === "segment") return inSegment(analysis, place, { offset, shift: place.shift });
  const typed = source.text.slice(place.start, offset);
  const proposals =
    place.at === "margin"
      ? atMargin(environment).filter(({ label }) => label !== "guideline" || !hasHead(analysis, place.start))
      : clauseStarts(place.below, place.above, environment, aroundOf(analysis, place)).filter(
          ({ label }) => changesAnother(analysis) || !ofChanges.has(label),
        );
  return proposed(proposals, typed, place.start, offset);
}

/** Whether another declaration is the head of the file. */
const hasHead = ({ parts }: Analysis, start: number): boolean =>
  parts.some((part) => partLines(part).kind === "guideline" && firstIn(part) !== start);

const firstIn = (part: AnalysedPart): number =>
  part.chunk.start + (partLines(part).lines[0]?.segments[0]?.tokens[0]?.startOffset ?? 0);

function aroundOf(
  analysis: Analysis,
  { start, shift }: { readonly start: number; readonly shift: number },
): Around | null {
  const part = partAt(analysis, shift);
  return part ? { part, start } : null;
}
const changesAnother = ({ value }: Analysis): boolean => value.overlay !== null;
const ofChanges: ReadonlySet<string> = new Set(["changed because", "taken away because"]);

interface Cursor {
  readonly offset: number;
  readonly shift: number;
}

function inSegment({ environment }: Analysis, place: InSegment, { offset, shift }: Cursor): readonly Completion[] {
  const { line, segment, below, under } = place;
  const typing: Typing = { words: wordsFrom(segment.tokens, shift), offset };
  const before = wordsFrom(line.segments.at(-2)?.tokens ?? [], shift);
  const declared = declaredAbove(place, environment);
  const isMeaning = line.segments[0]?.tokens[0]?.tokenType.name === "As";
  const own = nameKey(wordsText(wordsFrom(under.at(-1)?.segments[1]?.tokens ?? [], 0)));
  const defining = below === "define" ? { key: own, isMeaning } : null;
  const cursor = { tokens: segment.tokens, shift, offset, under, defining };
  switch (segment.role) {
    case "criterion":
      if (isSaid(line)) return comingNext([said("if", "only when this is met")], typing);
      if (below === "table" && line.segments.length === 2 && under.length === 1)
        return rowCompletions(typing, declared);
      if (declared?.kind === "calculated" && isMeaning) return arithmeticCompletions(cursor, environment);
      return [...becauseAfter(place, typing), ...criterionCompletions(cursor, environment)];
    case "type":
      return typeCompletions(typing, environment, below, line);
    case "codes":
      return codeCompletions(typing);
    case "needs":
      return propose(typing, needs);
    case "accepted":
      return comingNext([oneOf(acceptable), either([said("where")], [said("because")])], typing);
    case "counted once":
      return declared?.kind === "list"
        ? comingNext([fieldsOf(declared.list), said("and"), fieldsOf(declared.list)], typing)
        : [];
    case "citation":
      return propose(typing, locators);
    case "dates":
      return propose(typing.words.length < 2 ? typing : from(typing, 2), dates(typing));
    case "entry name":
      return line.segments[0]?.role === "label"
        ? entryOfList(place, typing, environment)
        : propose(typing, clauseStarts(below, "other", environment, null));
    case "entry value":
      return line.segments[0]?.role === "label"
        ? [
            ...entryValues(typing, fieldNamed(place, before, environment), environment),
            ...nextField(place, typing, environment),
          ]
        : entryValues(typing, environment.names.get(nameKey(wordsText(before))), environment);
    case "expected name":
      return propose(typing, expectable(environment));
    case "expected answer":
      return answers(typing, before, environment);
    case "ranked":
    case "keyword":
      return below === "authority" && line.segments[0]?.role === "label"
        ? rankCompletions({ words: line.segments.slice(1).flatMap(({ tokens }) => wordsFrom(tokens, shift)), offset })
        : [];
    case "wording":
      return line.segments[0]?.tokens[0]?.tokenType.name === "ReadAs" &&
        line.segments.length === 2 &&
        typing.words.length > 0
        ? comingNext([said("because")], { words: [], offset })
        : [];
    case "item":
      return itemCompletions(typing);
    case "label":
    case "declared name":
    case "field name":
    case "grades":
    case "policy":
    case "row value":
    case "service name":
    case "taken names":
    case "unread":
      return [];
  }
}

/** What the declaration of this line declares. */
function declaredAbove({ line, under }: InSegment, environment: Environment): Named | undefined {
  const head = under.at(-1) ?? line;
  return environment.names.get(nameKey(wordsText(wordsFrom(head.segments[1]?.tokens ?? [], 0))));
}

/** `accept gap where quadriceps is 5 because "..."` */
function becauseAfter({ below }: InSegment, { words, offset }: Typing): readonly Completion[] {
  if (below !== "acceptance" || words.length === 0) return [];
  const begun = isSpaced({ words, offset }) ? [] : words.slice(-1);
  return comingNext([said("because", "why this is known and meant")], { words: begun, offset });
}

/** `imaging is covered`, which needs no more. */
function isSaid({ segments }: Line): boolean {
  const relation = segments.find(({ role }) => role === "keyword")?.tokens ?? [];
  return relation.length === 1 && /^(?:Not)?Covered$/.test(relation[0]?.tokenType.name ?? "");
}
