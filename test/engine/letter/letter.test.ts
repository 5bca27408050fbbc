import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Rationale, Sentence } from "../../../engine/determine/index.ts";
import { letterHtml, letterMarkdown, letterOf } from "../../../engine/letter/index.ts";
import { determinedFrom } from "../determine/determined.ts";

const realLetter =
  readFileSync(join(import.meta.dirname, "../determine/goldens/the-real-letter-as-decided.txt"), "utf8").split(
    "----- determination",
  )[0] ?? "";

/** The quotation of the physician's opinion, on its folded lines. */
const opinion = /(?<=kind: opinion\n +)quote: >-\n(?: {8,}.*\n)+/;

function markdownOf(source: string): string {
  const { case: of, determined } = determinedFrom(source);
  return letterMarkdown(letterOf(of, determined));
}

function htmlOf(source: string): string {
  const { case: of, determined } = determinedFrom(source);
  return letterHtml(letterOf(of, determined));
}

function sentencesOf(rationale: Rationale): readonly Sentence[] {
  const { decision, guidelineStates, recordShows, lacking, conclusion } = rationale;
  return [...decision, ...guidelineStates, ...recordShows, ...lacking, ...conclusion];
}

describe("The letter", () => {
  test("changes with a criterion's wording, wherever it speaks of it", () => {
    const before = "emergence of a significant change of symptoms";
    const after = "appearance of a new and lasting symptom";
    const changed = markdownOf(realLetter.replaceAll(before, after));
    expect(markdownOf(realLetter)).toContain(`lack of documented objective evidence of ${before}`);
    expect(changed).toContain(`lack of documented objective evidence of ${after}`);
    expect(changed).not.toContain(before);
  });

  test("changes with what a criterion needs", () => {
    const changed = markdownOf(realLetter.replaceAll("needs objective evidence", "needs test result"));
    expect(changed).toContain("There is a lack of documented test-result evidence of emergence");
    expect(changed).not.toContain("objective evidence of emergence");
  });

  test("holds no criterion of its own: other wordings leave nothing of the real guideline behind", () => {
    const bare = realLetter
      .replace(/^ {2}"[^"]+"$/gm, '  "XX"')
      .replace(/^summary: \|\n(?: .*\n|\n)+/m, "")
      .replace(/quote: (?:>-\n(?: {8,}.*\n)+|.*\n)/g, "quote: QQ\n")
      .replace(/not documented: >-\n(?: +.*\n)+/g, "not documented: RR\n");
    expect(markdownOf(bare)).not.toMatch(/significant change|symptoms|strengthening|invasive|insult|clarification/);
  });

  test("traces every sentence of a rationale to findings, the case or the guideline", () => {
    const { determined } = determinedFrom(realLetter);
    const sentences = determined.determinations.flatMap(({ rationale }) => sentencesOf(rationale));
    expect(sentences.filter(({ from }) => from.length === 0)).toEqual([]);
    const sources = sentences.flatMap(({ from }) => from);
    expect(sources.every((source) => /^(?:criteria|scope|exclusion|case:|guideline:)/.test(source))).toBe(true);
  });

  test("never says no of what is not documented, and never denies", () => {
    const letter = markdownOf(realLetter);
    expect(letter).toContain("not documented, which is not the same as not met");
    expect(letter).not.toMatch(/\bden(?:y|ied|ial)\b/i);
  });

  test("of a case without summary or reviewer says so", () => {
    const bare = realLetter.replace(/^summary: \|\n(?: .*\n|\n)+/m, "").replace(/^review:\n(?: .*\n|\n)+/m, "");
    expect(markdownOf(bare)).toContain("## Clinical case summary\n\nThe case holds no clinical summary.");
    expect(markdownOf(bare)).toContain("The case names no reviewer.");
  });
});

describe("Hostile words", () => {
  const hostile = realLetter
    .replaceAll(
      "emergence of a significant change of symptoms",
      "<script>alert('w')</script> & <img src=x onerror=alert(1)>",
    )
    .replace(opinion, 'quote: "</p><script>alert(2)</script>"\n');

  test("stay text in HTML", () => {
    const html = htmlOf(hostile);
    expect(html).not.toMatch(/<script|<img|<\/p><script/i);
    expect(html).toContain("&lt;/p&gt;&lt;script&gt;alert(2)&lt;/script&gt;");
    expect(html).toContain("&lt;script&gt;alert(&#39;w&#39;)&lt;/script&gt; &amp; &lt;img src=x onerror=alert(1)&gt;");
  });

  test("stay text in Markdown", () => {
    expect(markdownOf(hostile)).not.toMatch(/(?<!\\)<(?:script|img)/);
  });

  test("cannot reorder the text around them", () => {
    const bidi = realLetter.replace(opinion, 'quote: "pain \\u202E evil, \\u05DB\\u05D0\\u05D1"\n');
    expect(markdownOf(bidi)).toContain("“\u2068pain  evil, כאב\u2069”");
  });
});

describe("The letter as HTML", () => {
  test("names its language and title, and heads its sections", () => {
    const html = htmlOf(realLetter);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("<title>Independent medical review: final determination</title>");
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<h2>/g)).toHaveLength(3);
    expect(html.match(/<h3>/g)).toHaveLength(2);
  });

  test("loads nothing", () => {
    expect(htmlOf(realLetter)).not.toMatch(/\b(?:src|href|url|@import)\b\s*[=(]/);
  });
});
