import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Analysis,
  completions,
  folding,
  hover,
  outline,
  references,
  type Span,
  tokens,
} from "../../../../dsl/index.ts";
import { everything, files } from "./files.ts";

const own = everything.get("everything.guideline");
if (!own) throw new Error("everything.guideline is not there");
const analysis: Analysis = own;
const { text } = analysis.source;

const golden = (name: string): string => join(import.meta.dirname, "goldens", `${name}.txt`);
const lineOf = (offset: number): number => text.slice(0, offset).split("\n").length;
const written = ({ start, end }: Span): string => text.slice(start, end).replaceAll(/\s+/g, " ");
const lineAt = (offset: number): Span => {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end };
};

test("the file that uses every construct has no error", () => {
  for (const { diagnostics } of everything.values())
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(files.length).toBeGreaterThan(30);
});

test("what is coloured how", async () => {
  const said = tokens(analysis).map((token) => `${lineOf(token.start)} ${token.kind}: ${written(token)}`);
  await expect(`${said.join("\n")}\n`).toMatchFileSnapshot(golden("colours"));
});

test("what is said beside each word", async () => {
  const said = tokens(analysis).flatMap((token) => {
    const found = hover(analysis, token.start)?.markdown.split("\n")[0];
    return found === undefined ? [] : [`${written(token)} -> ${found}`];
  });
  await expect(`${[...new Set(said)].join("\n")}\n`).toMatchFileSnapshot(golden("hovers"));
});

test("the outline, and what folds", async () => {
  const entries = outline(analysis).map(
    ({ kind, name, detail, span }) =>
      `${lineOf(span.start)}-${lineOf(span.end)} ${kind}: ${name}${detail === "" ? "" : ` | ${detail}`}`,
  );
  const folds = folding(analysis).map(({ kind, span }) => `${lineOf(span.start)}-${lineOf(span.end)} ${kind}`);
  await expect(`${[...entries, "", ...folds].join("\n")}\n`).toMatchFileSnapshot(golden("outline"));
});

test("where each declared name stands", async () => {
  const declared = tokens(analysis).filter(({ kind }) => kind === "declaration");
  const said = declared.map((token) => {
    const places = references(analysis, token.start).map(
      ({ span, declares }) => `${lineOf(span.start)}:${span.start - lineAt(span.start).start}${declares ? "*" : ""}`,
    );
    return `${written(token)}: ${places.join(" ")}`;
  });
  await expect(`${said.join("\n")}\n`).toMatchFileSnapshot(golden("references"));
});

/** At the start of each word that is coloured: the first of what is offered, told from the text before it. */
test.each(["header", "facts", "definitions", "scores", "services", "recommendations", "lists", "the-rest", "examples"])(
  "what is offered: %s",
  async (part) => {
    const found = tokens(analysis).filter(({ start, kind }) => kind !== "comment" && partAt(start) === part);
    const said = found.map(({ start }) => {
      const line = lineAt(start);
      const offered = completions(analysis, start).map(({ label }) => label);
      const more = offered.length > 5 ? ` ... ${offered.length}` : "";
      return `${text.slice(line.start, start)}‸ [${offered.slice(0, 5).join(" | ")}${more}]`;
    });
    await expect(`${said.join("\n")}\n`).toMatchFileSnapshot(golden(`offered-${part}`));
  },
);

function partAt(offset: number): string {
  const starts = [
    ["examples", '\nexample "'],
    ["the-rest", "\nimaging if weight"],
    ["lists", "\nimaging if any of\n  - any"],
    ["recommendations", "\nimaging if"],
    ["services", "\nservice "],
    ["scores", "\nscore "],
    ["definitions", "\ndefine "],
    ["facts", "\nfact "],
  ] as const;
  return starts.find(([, sign]) => offset > text.indexOf(sign))?.[0] ?? "header";
}
