import { describe, expect, it } from "vitest";
import { analyse, type ParaphraseForm, paraphrase, render } from "../../dsl/index.ts";
import { readSet } from "../../engine/set/index.ts";
import { saidBy } from "../support/wholeLanguage/index.ts";
import { filesOf, shippedSets } from "./shippedSet.ts";

/** The guidelines of a set that take words of others, as the set reads them. */
const resting = shippedSets.flatMap((name) => {
  const files = filesOf(name);
  const asking = files.filter(({ text }) => /^ {2}(?:use|changes) /m.test(text)).map(({ path }) => path);
  if (asking.length === 0) return [];
  const { guidelines } = readSet(files.filter(({ path }) => !path.startsWith("cases/"))).value;
  return guidelines
    .filter(({ path }) => asking.includes(path))
    .map(({ path, guideline }) => ({ name: `${name}/${path}`, guideline }));
});

const forms: readonly ParaphraseForm[] = ["sentences", "outline"];

describe("a shipped guideline that rests on others, said back by itself,", () => {
  it("is one of several", () => expect(resting.length).toBeGreaterThan(2));

  it.each(resting.flatMap((one) => forms.map((form) => ({ ...one, form }))))(
    "$name means the same in $form",
    ({ guideline, form }) => {
      const text = paraphrase(guideline, form);
      const { value, diagnostics } = analyse({ name: guideline.file, text });
      const errors = diagnostics.filter(({ severity }) => severity === "error").map((one) => render(one, text));
      expect(errors).toEqual([]);
      expect({ text, says: saidBy(value) }).toEqual({ text, says: saidBy(guideline) });
    },
  );
});
