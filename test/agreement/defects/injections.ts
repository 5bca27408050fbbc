import * as fc from "fast-check";
import {
  type Criterion,
  cleanSheets,
  everyLeaf,
  type Leaf,
  nameOf,
  named,
  printed,
  replaced,
  type Sheet,
} from "./clean.ts";

/** A guideline with one flaw put into it, and what has to be said of it. */
export interface Injected {
  readonly text: string;
  /** One of these problems is found ... */
  readonly problems: readonly string[];
  /** ... at a place that holds these words, or lies within them. */
  readonly at: string;
}

/** A kind of flaw: made in a sound guideline; `fresh` is a fact that it does not have. */
interface Injection {
  readonly name: string;
  readonly inject: (sheet: Sheet, leaf: Leaf, fresh: string) => Omit<Injected, "text"> & { readonly sheet: Sheet };
}

const all = (...parts: readonly Criterion[]): Criterion => ({ kind: "all of", parts });
const any = (...parts: readonly Criterion[]): Criterion => ({ kind: "any of", parts });

/** Puts another criterion in place of a leaf, whose fact may then be asked for nowhere else. */
function instead(sheet: Sheet, leaf: Leaf, by: Criterion, ...declarations: readonly string[]): Sheet {
  return { ...replaced(sheet, leaf, by), declarations: [...sheet.declarations, ...declarations] };
}

export const injections: readonly Injection[] = [
  {
    name: "two thresholds that exclude each other",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        all(leaf, named(`${fresh} level at least 9`), named(`${fresh} level below 6`)),
        `fact ${fresh} level: whole number`,
      ),
      problems: ["never met"],
      at: `${fresh} level at least 9`,
    }),
  },
  {
    name: "two thresholds that leave nothing out",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        any(named(`${fresh} level at least 6`), named(`${fresh} level below 9`)),
        `fact ${fresh} level: whole number`,
        leaf.declared,
      ),
      problems: ["always met"],
      at: `${fresh} level at least 6`,
    }),
  },
  {
    name: "a branch that its sibling takes up",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(sheet, leaf, any(leaf, all(leaf, named(fresh))), `fact ${fresh}: yes or no`),
      problems: ["implied criterion", "branch without effect", "term without effect"],
      at: fresh,
    }),
  },
  {
    name: "a stricter threshold beside a looser one",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        any(leaf, named(`${fresh} level at least 6`), named(`${fresh} level at least 9`)),
        `fact ${fresh} level: whole number`,
      ),
      problems: ["implied criterion"],
      at: `${fresh} level at least 9`,
    }),
  },
  {
    name: "a fact that decides nothing, though every criterion about it does",
    inject: (sheet, _, fresh) => ({
      sheet: {
        ...sheet,
        declarations: [`fact ${fresh}: yes or no`, `fact ${fresh} pulse: yes or no`],
        definitions: [
          ...sheet.definitions,
          { name: "third indication", criterion: any(named(fresh), named(`${fresh} pulse`)) },
        ],
        rest: [`imaging if all of\n  - first indication\n  - third indication`, "imaging if first indication"],
      },
      problems: ["fact that never matters"],
      at: fresh,
    }),
  },
  {
    name: "a definition that says the same as another",
    inject: (sheet, _, fresh) => {
      const [first] = sheet.definitions;
      const [one = named(""), ...others] =
        first === undefined || first.criterion.kind === "leaf" || first.criterion.kind === "raw"
          ? []
          : first.criterion.parts;
      const kind = first?.criterion.kind;
      const turned: Criterion =
        kind === "all of" || kind === "any of" || kind === "at least 2 of" ? { kind, parts: [...others, one] } : one;
      return {
        sheet: {
          ...sheet,
          definitions: [...sheet.definitions, { name: "third indication", criterion: turned }],
          declarations: [...sheet.declarations, `fact ${fresh}: yes or no`],
          recommended: all(sheet.recommended, any(named("third indication"), named(fresh))),
        },
        problems: ["equivalent criteria"],
        at: "third indication",
      };
    },
  },
  {
    name: "an exception that excludes what is left of nothing",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        all(leaf, { kind: "raw", lines: [`${fresh} level at least 9`, `  but not if ${fresh} level below 6`] }),
        `fact ${fresh} level: whole number`,
      ),
      problems: ["exception never applies"],
      at: `${fresh} level below 6`,
    }),
  },
  {
    name: "a fact that nothing asks for",
    inject: (sheet, _, fresh) => ({
      sheet: { ...sheet, declarations: [...sheet.declarations, `fact ${fresh}: yes or no`] },
      problems: ["unused declaration"],
      at: fresh,
    }),
  },
  {
    name: "a service whose every request is met",
    inject: (sheet, _, fresh) => ({
      sheet: {
        ...sheet,
        declarations: [...sheet.declarations, `fact ${fresh} level: whole number`],
        recommended: any(sheet.recommended, named(`${fresh} level at least 6`), named(`${fresh} level below 9`)),
      },
      problems: ["decided whatever is documented", "always met"],
      at: "imaging",
    }),
  },
  {
    name: "a row behind one that takes all of it",
    inject: (sheet, leaf, fresh) => ({
      sheet: {
        ...instead(sheet, leaf, all(leaf, named(`${fresh} class at least 2`)), `fact ${fresh} level: whole number`),
        rest: [
          [
            `table ${fresh} class: whole number`,
            "  first that applies",
            `  - 1 if ${fresh} level at least 20`,
            `  - 2 if ${fresh} level at least 6`,
            `  - 3 if ${fresh} level at least 9`,
            "  - 0 otherwise",
          ].join("\n"),
        ],
      },
      problems: ["unreachable row"],
      at: `${fresh} level at least 9`,
    }),
  },
  {
    name: "a gap between two thresholds",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        any(all(leaf, named(`${fresh} tension at or below 55 mmHg`)), named(`${fresh} tension from 56 to 59 mmHg`)),
        `fact ${fresh} tension: number in mmHg, to 0.1`,
      ),
      problems: ["threshold gap"],
      at: `${fresh} tension`,
    }),
  },
  {
    name: "two thresholds for one thing",
    inject: (sheet, _, fresh) => ({
      sheet: {
        ...sheet,
        rest: [
          `imaging if ${fresh} AND ${fresh} trial lasted at least 6 weeks`,
          `imaging if ${fresh} disease AND ${fresh} trial lasted at least 4 weeks`,
        ],
        declarations: [
          `fact ${fresh} trial: treatment trial`,
          `fact ${fresh}: yes or no`,
          `fact ${fresh} disease: yes or no`,
        ],
      },
      problems: ["threshold overlap"],
      at: `${fresh} trial lasted at least`,
    }),
  },
  {
    name: "a criterion that is met whichever way a fact turns out",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        any(all(named(fresh), leaf), all(named(`NOT ${fresh}`), leaf)),
        `fact ${fresh}: yes or no`,
      ),
      problems: ["met either way", "fact that never matters", "term without effect"],
      at: fresh,
    }),
  },
  {
    name: "a threshold in another unit",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        any(all(leaf, named(`${fresh} dose at least 500 mg`)), named(`${fresh} dose at least 0.75 mg`)),
        `fact ${fresh} dose: number in mg, to 0.01`,
      ),
      problems: ["unit slip"],
      at: `${fresh} dose at least`,
    }),
  },
  {
    name: "a criterion met by what nobody documented",
    inject: (sheet, leaf, fresh) => ({
      sheet: instead(
        sheet,
        leaf,
        any(leaf, named(`NOT ${fresh}`), named(`${fresh} is not documented`)),
        `fact ${fresh}: yes or no`,
      ),
      problems: ["met by absence"],
      at: fresh,
    }),
  },
];

/** Sound guidelines with one flaw of the kind each. */
export function injected({ inject }: Injection): fc.Arbitrary<Injected> {
  return fc.tuple(cleanSheets, fc.nat(), fc.integer({ min: 30, max: 60 })).map(([sheet, pick, fresh]) => {
    const leaves = everyLeaf(sheet);
    const leaf = leaves[pick % leaves.length];
    if (leaf === undefined) throw new Error("Every sheet has leaves");
    const made = inject(sheet, leaf, nameOf(fresh));
    return { text: printed(made.sheet), problems: made.problems, at: made.at };
  });
}
