/** What is typed where: after each match of `at`, one of `typed` in turn, which the next edit takes away again. */
export interface EditKind {
  readonly name: string;
  readonly at: RegExp;
  readonly typed: readonly string[];
}

/** Edits inside a declaration, of the length of a keystroke, in every kind of declaration. */
export const insideDeclarations: readonly EditKind[] = [
  { name: "a number of a criterion", at: /lasted at least \d/g, typed: ["1", "2"] },
  { name: "the wording of a fact", at: /^fact .*\n\s+"[a-z]+/gm, typed: ["s", "x"] },
  { name: "the evidence a fact needs", at: /^\s+needs objective/gm, typed: ["x", " "] },
  { name: "a word of a recommendation", at: /^imaging \d+ if [a-z]+/gm, typed: ["x", "s"] },
  { name: "a value of an example", at: /^ {2}strengthening program \d+: failed after \d/gm, typed: ["1", "x"] },
];

/** The name of a fact that other declarations use: all of the guideline is read again. */
export const nameOfAFact: EditKind = {
  name: "the name of a fact",
  at: /^fact anatomy is unclear \d+/gm,
  typed: ["1", "x"],
};

export interface Edit {
  readonly kind: string;
  readonly text: string;
}

/** `count` texts, each one edit away from the one before: something typed, then taken away, all over the guideline. */
export function edits(text: string, kinds: readonly EditKind[], count: number): readonly Edit[] {
  const places = kinds.flatMap(({ name, at, typed }) => {
    const found = [...text.matchAll(at)].map((match) => match.index + match[0].length);
    if (found.length === 0) throw new Error(`The guideline has no place for ${name}`);
    return [{ name, found, typed }];
  });
  return Array.from({ length: count }, (_, round) => {
    const turn = Math.floor(round / 2);
    const { name, found, typed } = places[turn % places.length] ?? { name: "", found: [], typed: [] };
    if (round % 2 === 1) return { kind: name, text };
    const place = found[(turn * 7) % found.length] ?? 0;
    return { kind: name, text: text.slice(0, place) + (typed[turn % typed.length] ?? "") + text.slice(place) };
  });
}
