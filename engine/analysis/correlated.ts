import type { Quantity } from "../ir/index.ts";
import { everyFormula, type NodeId, quantitiesOf } from "../logic/index.ts";
import type { ValueSet } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";
import { realise } from "../witness/index.ts";
import { asked, foundIn } from "./asked.ts";
import type { Part, Parts } from "./parts.ts";
import { PartSpace } from "./partSpace.ts";
import { type Asked, open, proved } from "./question.ts";
import { quantityName } from "./valueNames.ts";

const problem = "correlated quantities";

type Pair = readonly [Quantity, Quantity];

/** Two values that were not found together in a case. */
interface Excluded {
  readonly pair: Pair;
  readonly values: readonly [ValueSet, ValueSet];
  /** That no case can give them together; else it is not known. */
  readonly proved: boolean;
}

/** Drafts of a case that may be made for one combination of values. */
const steps = 100;
const mostPairs = 3;
const mostCells = 4;

/** Pairs of quantities of a criterion that are read from the entries of one list, or from one date. */
export function readTogether({ program, formula }: Part): readonly Pair[] {
  const known = quantitiesOf(program);
  const lists = new Map(program.reductions.map(({ fact, list }) => [fact.key, list.key]));
  const ids = new Set(
    everyFormula(program, [formula]).flatMap((each) => (each.kind === "test" ? [each.quantity] : [])),
  );
  const tested = [...ids].flatMap((id) => known.get(id) ?? []);
  const source = ({ fact, part, anchor }: Quantity): string | null =>
    lists.get(fact) ?? (anchor !== undefined || part.includes("window") || part.includes("duration") ? fact : null);
  return tested.flatMap((one, at) => {
    const from = source(one);
    return from === null
      ? []
      : tested.slice(at + 1).flatMap((other) => (source(other) === from ? [[one, other] as const] : []));
  });
}

/** Told only where the combination that cannot be keeps an answer open, or makes one seem possible. */
export function correlated(part: Part, parts: Parts, pairs: readonly Pair[], budget: number): readonly Asked[] {
  const tried = new PartSpace(part, parts, budget);
  const { file } = part.program;
  const excluded = pairs.slice(0, mostPairs).flatMap((pair) => excludedBy(tried, parts, pair) ?? unknown(pair));
  const telling = excluded.find((each) => each.proved && mattersTo(tried, each));
  const isKnown = pairs.length <= mostPairs && excluded.every((each) => each.proved);
  if (telling === undefined) return [asked(problem, part, isKnown ? proved : notTried, file)];
  const [one, other] = telling.pair.map((quantity, at) => {
    const name = quantityName(parts.guideline, part.program, quantity);
    return `\`${name}\` of ${valuesInWords(telling.values[at] ?? [], quantity)}`;
  });
  return [
    foundIn(problem, file, part, {
      message: `${one} and ${other} cannot go together, and \`${part.name}\` treats them as if they could.`,
      hint: "They are read from the same entries or dates. An answer may stay open although all records that there can be agree; say the one by the other, or leave one out.",
      within: (where) => tried.never(tried.root, tried.not(where)) === true,
    }),
  ];
}

const notTried = open("of some of their values it is not known whether a case can give them together");

const unknown = (pair: Pair): readonly Excluded[] => [{ pair, values: [[], []], proved: false }];

/** `null`: there are too many values to try. */
function excludedBy(tried: PartSpace, { guideline, program }: Parts, pair: Pair): readonly Excluded[] | null {
  const [service] = guideline.services;
  const cells = pair.map(({ id }) => tried.space.variables.find(({ quantity }) => quantity === id)?.cells ?? []);
  const [ones = [], others = []] = cells;
  if (service === undefined || ones.length > mostCells || others.length > mostCells) return null;
  const request = { id: "pair", title: "", summary: "", service: service.key };
  return ones.flatMap((one) =>
    others.flatMap((other) => {
      const wanted = new Map([
        [pair[0].id, one],
        [pair[1].id, other],
      ]);
      const made = realise([{ guideline, program, wanted }], request, { steps });
      return made.kind === "impossible" ? [{ pair, values: [one, other] as const, proved: made.proved }] : [];
    }),
  );
}

/** Without that combination, some case with both left open is decided that is open with it. */
function mattersTo({ space, root }: PartSpace, { pair, values }: Excluded): boolean {
  const both = space.where(new Map(pair.map(({ id }, at) => [id, values[at] ?? []])));
  const over = (node: NodeId): NodeId => pair.reduce((each, { id }) => space.always(id, each), node);
  const sharper = [root, space.not(root)].map((node) =>
    space.all([over(space.any([node, both])), space.not(over(node))]),
  );
  return space.canBe(space.any(sharper)) === true;
}
