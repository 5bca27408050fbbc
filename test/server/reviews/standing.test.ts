import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommentAnchor } from "../../../server/protocol/index.ts";
import { criterionAt, standingOf } from "../../../server/reviews/comments/standing.ts";

const file = "necks.guideline";

/** A guideline of definitions that all look alike, so that only their names and turns tell them apart. */
const guideline = (names: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  [
    'guideline "Necks"\n  source "A book", page 1',
    "fact neck pain: yes or no",
    "fact stiffness: yes or no",
    ...names.map((name) => more[name] ?? definition(name)),
    "service imaging\n  MRI of the neck    CPT 72141",
    "imaging if neck pain\n  cite page 2",
    "imaging if stiffness\n  cite page 3",
  ].join("\n\n");

const definition = (name: string) => `define ${name}\n  as neck pain AND stiffness\n  cite page 1`;
const texts = (text: string, path = file) => new Map([[path, text]]);

function anchorAt(text: string, offset: number, quote: string): CommentAnchor {
  expect(text.startsWith(quote, offset)).toBe(true);
  return { file, criterion: criterionAt(file, text, offset), offset, quote };
}

/** A comment on the words of a definition. */
function about(text: string, name: string, quote: string): CommentAnchor {
  return anchorAt(text, text.indexOf(quote, text.indexOf(`define ${name}`)), quote);
}

const names = ["alpha", "beta", "gamma", "delta"];
const before = guideline(names);
const quote = "neck pain AND stiffness";

describe("the words that a comment is about", () => {
  const some = fc.constantFrom(...names);

  it("stay where they are when nothing changes, whatever is quoted", () => {
    fc.assert(
      fc.property(fc.nat(before.length - 1), fc.integer({ min: 1, max: 60 }), (offset, length) => {
        const quoted = before.slice(offset, offset + length);
        const standing = standingOf(anchorAt(before, offset, quoted), texts(before), texts(before));
        expect(standing).toMatchObject({ kind: "there", start: offset, end: offset + quoted.length, changed: false });
      }),
    );
  });

  it("are found in their own definition, however the others are moved, doubled, removed or written anew", () => {
    const order = fc.shuffledSubarray([...names, "epsilon", "zeta"], { minLength: 1 });
    const noise = fc.constantFrom("", "# A remark: neck pain AND stiffness\n\n", "\n\n", "fact fever: yes or no\n\n");
    fc.assert(
      fc.property(some, order, noise, (name, others, first) => {
        const order = others.includes(name) ? others : [...others, name];
        const now = first + guideline(order, { [name]: definition(name).replace("page 1", "page 9") });
        const standing = standingOf(about(before, name, quote), texts(before), texts(now));
        const at = now.indexOf(quote, now.indexOf(`define ${name}`));
        expect(standing).toEqual({
          kind: "there",
          file,
          criterion: name,
          start: at,
          end: at + quote.length,
          changed: false,
        });
      }),
    );
  });

  it("show their definition where they are written otherwise themselves", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("stiffness", "neck pain OR stiffness", "NOT neck pain"), (name, other) => {
        const own = definition(name).replace(quote, other);
        const now = guideline(names, { [name]: own });
        const start = now.indexOf(own);
        const standing = standingOf(about(before, name, quote), texts(before), texts(now));
        expect(standing).toEqual({
          kind: "there",
          file,
          criterion: name,
          start,
          end: start + own.length,
          changed: true,
        });
      }),
    );
  });

  it("are told to be gone with their definition, though others hold the same words", () => {
    fc.assert(
      fc.property(some, (name) => {
        const now = guideline(names.filter((each) => each !== name));
        expect(standingOf(about(before, name, quote), texts(before), texts(now))).toEqual({
          kind: "gone",
          sentence: `The text it was about is gone. \`${name}\` is gone.`,
        });
      }),
    );
  });

  it("follow a definition that is called otherwise, and a file that is", () => {
    fc.assert(
      fc.property(some, (name) => {
        const now = guideline(names.map((each) => (each === name ? "renamed" : each)));
        const at = now.indexOf(quote, now.indexOf("define renamed"));
        const standing = standingOf(about(before, name, quote), texts(before), texts(now, "spine.guideline"));
        const found = { kind: "there", file: "spine.guideline", criterion: "renamed", start: at, changed: false };
        expect(standing).toMatchObject(found);
      }),
    );
  });

  it("of one of several recommendations stay with that one", () => {
    const offset = before.indexOf("imaging if stiffness");
    const now = before.replace("imaging if neck pain\n  cite page 2", "imaging if neck pain\n  cite pages 2-4");
    const standing = standingOf(anchorAt(before, offset, "imaging if stiffness"), texts(before), texts(now));
    expect(standing).toMatchObject({ kind: "there", start: now.indexOf("imaging if stiffness"), changed: false });
  });

  it("never point outside of a text, whatever both texts are", () => {
    const line = fc.constantFrom(...before.split("\n"), "define alpha", "neck", "");
    const anyText = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.integer({ min: 1, max: 30 }), (old, now, at, length) => {
        fc.pre(old.length > 0);
        const quoted = old.slice(at % old.length, (at % old.length) + length);
        const anchor = anchorAt(old, at % old.length, quoted);
        const standing = standingOf(anchor, texts(old), texts(now));
        const { start, end } = standing.kind === "there" ? standing : { start: 0, end: 0 };
        expect(0 <= start && start <= end && end <= now.length).toBe(true);
        const isQuote = standing.kind === "gone" || standing.changed || now.slice(start, end) === quoted;
        expect(isQuote).toBe(true);
      }),
    );
  });

  it("of a case are found by what stands around them", () => {
    const yaml = "schema: precept/case/1\ncase: A neck\nfacts:\n  neck pain: yes\n  stiffness: yes\n";
    const anchor = { file: "cases/a.yaml", criterion: null, offset: yaml.lastIndexOf("yes"), quote: "yes" };
    const now = yaml.replace("facts:\n", "facts:\n  fever: no\n");
    const standing = standingOf(anchor, texts(yaml, anchor.file), texts(now, anchor.file));
    expect(standing).toMatchObject({ kind: "there", start: now.lastIndexOf("yes") });
    const gone = standingOf(anchor, texts(yaml, anchor.file), texts("schema: precept/case/1\n", anchor.file));
    expect(gone).toMatchObject({ kind: "gone" });
  });
});
