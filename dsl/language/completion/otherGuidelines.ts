import { type Analysis, isCaseDate, nameKey } from "../../semantics/index.ts";
import { type Completion, type Proposal, proposed } from "./completion.ts";

const beforeTitle = /^\s+(?:changes|use(?:\s.*\sfrom)?)\s+("[^"]*)?$/;
const beforeName = /^\s+use\s(?:[^"]*,)?\s*([^",]*)$/;
const fromTitle = /^[^"\r\n]*\sfrom\s+"([^"\r\n]*)"/;

/** Titles after `use`, `from` and `changes`, names before `from "Title"`; `null` where neither can stand. */
export function otherGuidelines(analysis: Analysis, offset: number): readonly Completion[] | null {
  const { text } = analysis.source;
  const before = text.slice(
    Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1,
    offset,
  );
  const titled = beforeTitle.exec(before);
  const title = fromTitle.exec(` ${text.slice(offset)}`)?.[1];
  if (title !== undefined) return namesOf(analysis, title, before, offset);
  if (titled === null) return null;
  const start = offset - (titled[1] ?? "").length;
  return proposed(titlesIn(analysis), (titled[1] ?? "").replace('"', ""), start, offset);
}

/** A quote that the editor closed itself is taken in. */
function titlesIn({ neighbours }: Analysis): readonly Proposal[] {
  return [...new Set(neighbours.titles)]
    .toSorted()
    .map((title) => ({ label: title, kind: "value", insert: `"${title}"`, detail: "guideline of this set" }));
}

function namesOf(
  { neighbours }: Analysis,
  title: string,
  before: string,
  offset: number,
): readonly Completion[] | null {
  const typed = beforeName.exec(before)?.[1];
  const from = neighbours.linked.find((one) => nameKey(one.title) === nameKey(title))?.analysis;
  if (typed === undefined || !from) return null;
  const names = [...from.environment.names].flatMap(([key, named]): readonly Proposal[] =>
    isCaseDate(key) || (named.kind === "fact" && named.fact.askedFor !== null)
      ? []
      : [
          {
            label: named.name,
            kind: named.kind === "fact" ? "fact" : "definition",
            detail: `${named.kind} of ${title}`,
          },
        ],
  );
  return proposed(names, typed, offset - typed.length, offset);
}
