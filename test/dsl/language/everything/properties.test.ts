import { describe, expect, test } from "vitest";
import {
  type Analysis,
  applyEdits,
  completions,
  outline,
  quickFixes,
  relayouts,
  renameAcross,
  tokens,
} from "../../../../dsl/index.ts";
import { lower } from "../../../../engine/ir/index.ts";
import { realFiles } from "../../../fuzz/realFiles.ts";
import { errorsOf, type File, files, newErrors, retold, sets, some, taking } from "./files.ts";

const named = (all: readonly File[]) => all.map((file) => [file.name, file.analysis] as const);

describe("what stands in a file is offered where it stands", () => {
  test.each(named(files))("%s", (_, analysis) => {
    const { text } = analysis.source;
    const asked = tokens(analysis).filter(({ kind }) => ["keyword", "name", "operator", "unit"].includes(kind));
    const missed = some(asked, 60).filter(
      ({ start }) => !isFree(text, start) && ![0, 1].some((typed) => isOffered(analysis, start, start + typed)),
    );
    expect(missed.map(({ start, end }) => text.slice(text.lastIndexOf("\n", start) + 1, end))).toEqual([]);
  });

  /** The lines of an authority, whose words are its own, and names taken before it is said from where. */
  const isFree = (text: string, at: number): boolean =>
    /^\s*(?:use\s|evidence\s|\d+\.\s+\w+.*\swhen)/.test(
      text.slice(text.lastIndexOf("\n", at - 1) + 1).split("\n", 1)[0] ?? "",
    );

  function isOffered(analysis: Analysis, start: number, at: number): boolean {
    const { text } = analysis.source;
    return completions(analysis, at).some(({ label, insert, snippet, replace }) => {
      const fixed = snippet === true ? (insert.split("${", 1)[0] ?? "") : insert;
      const written = bare(text.slice(replace.start, start + 100));
      return [fixed, label].some((each) => bare(each) !== "" && written.startsWith(bare(each)));
    });
  }

  const bare = (words: string): string =>
    words
      .toLowerCase()
      .replaceAll(/\s+/g, " ")
      .replaceAll(/\bthe /g, "")
      .replace(/^ | (?:… .*)?$/g, "")
      .replace(/(\w{3})s$/, "$1");
});

/**
 * A declaration is typed at the end of its file, the others above it. Each completion offered there leaves the text without
 * a new error, or with one of the declaration itself that something still to come takes away: then something is offered next.
 */
describe("a completion taken leads nowhere wrong", () => {
  test.each(named(files))("%s", (_, analysis) => {
    const wrong = some(typings(analysis), 4).flatMap(({ before, start }) => {
      const typed = retold(analysis, before);
      return some(completions(typed, before.length), 10).flatMap((completion) => {
        const taken = taking(before, completion);
        const after = retold(typed, taken.text);
        const fresh = newErrors(typed, after);
        if (fresh.length === 0 || completion.kind === "type") return [];
        const goesOn = ["", " ", "\n    "].some(
          (gap) => completions(retold(after, taken.text + gap), (taken.text + gap).length).length > 0,
        );
        const elsewhere = fresh.find(({ span }) => span.end < start);
        const blamed = elsewhere ?? (goesOn ? undefined : fresh[0]);
        return blamed ? [`${lastLine(before)}‸ ${completion.label}: ${blamed.code} ${blamed.message}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);

  /** The text with one declaration moved to its end, and cut behind one of its words. */
  function typings(analysis: Analysis): readonly { readonly before: string; readonly start: number }[] {
    const { text } = analysis.source;
    return analysis.parts.flatMap(({ chunk }) => {
      const others = `${text.slice(0, chunk.start)}${text.slice(chunk.start + chunk.text.length)}`.trimEnd();
      const start = others.length + 1;
      return [...chunk.text.matchAll(/\S+/g)].flatMap(({ index, 0: word }) =>
        [index, index + 1, index + word.length].map((at) => ({
          before: `${others}\n${chunk.text.slice(0, at)}`,
          start,
        })),
      );
    });
  }
});

describe("a file cut off anywhere", () => {
  test.each(named(files))("%s", (_, analysis) => {
    const { text } = analysis.source;
    const whole = outline(analysis);
    for (const at of some(
      [...text].map((_sign, index) => index),
      12,
    )) {
      const cut = retold(analysis, text.slice(0, at));
      const above = whole.filter(({ span }) => text.indexOf("\n", span.end) >= 0 && text.indexOf("\n", span.end) < at);
      const seen = outline(cut);
      expect(seen.slice(0, above.length).map(({ kind, name }) => [kind, name])).toEqual(
        above.map(({ kind, name }) => [kind, name]),
      );
      for (const { replace } of completions(cut, at)) expect(replace.start <= at && replace.end === at).toBe(true);
      expect(outOfOrder(cut)).toBeNull();
    }
  });
});

test.each(named(files))("the tokens of %s lie within its text and do not overlap", (_, analysis) =>
  expect(outOfOrder(analysis)).toBeNull(),
);

/** The first token that begins before the last one ends, or lies outside the text. */
function outOfOrder(analysis: Analysis): string | null {
  let last = 0;
  for (const { start, end } of tokens(analysis)) {
    if (start < last || end <= start || end > analysis.source.text.length)
      return `${analysis.source.text.slice(start, end)} at ${start}`;
    last = end;
  }
  return null;
}

describe("a name changed keeps the meaning", () => {
  const places = [...sets]
    .flatMap(([set, analyses]) =>
      [...analyses].map(([file, analysis]) => [`${set}/${file}`, analyses, file, analysis] as const),
    )
    .filter(([, , , analysis]) => declared(analysis).length > 0);
  test.each(places)("in %s", (_, analyses, file, analysis) => {
    const { text } = analysis.source;
    for (const { start, end } of some(declared(analysis), 3)) {
      const renaming = renameAcross(analyses, file, start, `${text.slice(start, end)} zebra`);
      if ("refused" in renaming) throw new Error(`${text.slice(start, end)}: ${renaming.refused}`);
      expect(renaming.files.length).toBeGreaterThan(0);
      const [own, ...others] = renaming.files;
      if (own === undefined || others.length > 0) continue;
      expect(shapeOf(retold(analysis, applyEdits(text, own.edits)))).toBe(shapeOf(analysis));
    }
  });

  function declared(analysis: Analysis) {
    return tokens(analysis).filter(({ kind }) => kind === "declaration");
  }

  /** The program without its names: how many quantities, of which kinds, and every formula by its form. */
  function shapeOf(analysis: Analysis): string {
    return JSON.stringify(lower(analysis.value), (key, value: unknown) => {
      if (key === "span" || key.endsWith("Span")) return undefined;
      return typeof value === "string" ? value.toLowerCase().replaceAll(" zebra", "") : value;
    });
  }
});

describe("a fix takes its diagnostic away", () => {
  const broken = realFiles.bad.map((text, at) => [at, text] as const);
  test.each(broken)("in bad file %i", (_, text) => {
    const analysis = retoldAlone(text);
    const whole = { start: 0, end: text.length };
    const kept = quickFixes(analysis, whole).flatMap(({ diagnostic, fix }) => {
      const after = retoldAlone(applyEdits(text, fix.edits));
      const same = (one: Analysis) =>
        one.diagnostics.filter(
          ({ code, message, hint }) =>
            code === diagnostic.code && message === diagnostic.message && hint === diagnostic.hint,
        ).length;
      const left = same(after) >= same(analysis) ? [`${diagnostic.code} stays after ${fix.title}`] : [];
      const worse = behind(analysis, after, diagnostic.span.start);
      return [...left, ...worse];
    });
    expect(kept).toEqual([]);
  });

  /** New errors but for those that stood behind the one mended: of the same line, each with a fix of its own. */
  function behind(before: Analysis, after: Analysis, at: number): readonly string[] {
    const lineOf = ({ source }: Analysis, offset: number) => source.text.slice(0, offset).split("\n").length;
    if (errorsOf(after).length <= errorsOf(before).length) return [];
    const known = new Set(errorsOf(before).map(({ code, message, hint }) => `${code} ${message} ${hint ?? ""}`));
    return errorsOf(after)
      .filter(({ code, message, hint }) => !known.has(`${code} ${message} ${hint ?? ""}`))
      .filter(({ span, fixes }) => lineOf(after, span.start) !== lineOf(before, at) || fixes.length === 0)
      .map(({ code, message }) => `${code} ${message}`);
  }

  const retoldAlone = (text: string): Analysis => {
    const [first] = files;
    if (!first) throw new Error("no file");
    return retold({ ...first.analysis, parts: [], neighbours: { titles: [], linked: [] } }, text);
  };
});

describe("a criterion laid out in the other way means the same", () => {
  test.each(named(files))("%s", (_, analysis) => {
    const { text } = analysis.source;
    const places = [...text.matchAll(/\b(?:if|as|AND|OR|any of|all of)\b/g)].map(({ index }) => index);
    for (const at of some(places, 6))
      for (const { edits } of relayouts(analysis, at)) {
        const after = retold(analysis, applyEdits(text, edits));
        expect(newErrors(analysis, after).map(({ message }) => message)).toEqual([]);
      }
  });
});
