import { NONE } from "../../dsl/index.ts";
import { documented, type Quantity } from "../ir/index.ts";
import type { Space } from "../logic/index.ts";
import type { ValueSet } from "../values/index.ts";
import { behindFact, type Sameness, type Side } from "./matching/index.ts";

/** What a case leaves undocumented, as each version sees it: shared names of quantities. */
export interface Opening {
  readonly before: readonly string[];
  readonly now: readonly string[];
  /** Open in one version only because weaker evidence contradicts better evidence there. */
  readonly conflicting: boolean;
}

/** Quantities by what a case states for them: a fact, or a list. */
export class Stated {
  readonly #of: Sameness;
  readonly #quantities: Readonly<Record<Side, ReadonlyMap<string, Quantity>>>;

  constructor(of: Sameness) {
    this.#of = of;
    const named = (side: Side) =>
      new Map(of[side].program.quantities.map((each) => [of.quantities[side].get(each.id) ?? each.id, each] as const));
    this.#quantities = { before: named("before"), now: named("now") };
  }

  has(side: Side, name: string): boolean {
    return this.#quantities[side].has(name);
  }

  /** As the version has it that knows it, the present one first. */
  quantity(name: string): Quantity | null {
    return this.#quantities.now.get(name) ?? this.#quantities.before.get(name) ?? null;
  }

  /** The key of what a case states for it. */
  behind(name: string): string {
    const now = this.#quantities.now.get(name);
    const side = now === undefined ? "before" : "now";
    const quantity = now ?? this.#quantities.before.get(name);
    return quantity === undefined ? name : (behindFact(this.#of[side], quantity.fact)[0] ?? quantity.fact);
  }

  /**
   * Each fact or list by itself left wholly undocumented; then what only one version takes for undocumented, because it asks for
   * better evidence or asks otherwise.
   */
  openings(support: readonly string[]): readonly Opening[] {
    const { stricter, apart } = this.#of.quantities;
    const groups = [...Map.groupBy(support, (name) => this.behind(name)).values()];
    const separate = groups.flatMap((group) => {
      const own = group.filter((name) => apart.has(name));
      return own.length === 0 ? [] : [this.#on("before", own), this.#on("now", own)];
    });
    const weak = (side: Side): readonly string[] => support.filter((name) => stricter.get(name) === side);
    return [
      ...groups.map((group) => this.#wholly(group)),
      ...separate.filter(({ before, now }) => before.length + now.length > 0),
      ...(["before", "now"] as const).flatMap((side) => onlyOn(side, weak(side))),
    ];
  }

  #wholly(group: readonly string[]): Opening {
    return {
      before: group.filter((name) => this.has("before", name)),
      now: group.filter((name) => this.has("now", name)),
      conflicting: false,
    };
  }

  #on(side: Side, group: readonly string[]): Opening {
    const { before, now } = this.#wholly(group);
    return side === "before" ? { before, now: [], conflicting: false } : { before: [], now, conflicting: false };
  }
}

/** What needs better evidence in one version is open there; or in the other, where weaker evidence counts and contradicts it. */
function onlyOn(strict: Side, names: readonly string[]): readonly Opening[] {
  if (names.length === 0) return [];
  const inBefore = { before: names, now: [] };
  const inNow = { before: [], now: names };
  return strict === "now"
    ? [
        { ...inNow, conflicting: false },
        { ...inBefore, conflicting: true },
      ]
    : [
        { ...inBefore, conflicting: false },
        { ...inNow, conflicting: true },
      ];
}

/**
 * Pairs of cells that a case may leave possible and no others: every two of a quantity whose values have no order, else two that
 * stand side by side, or `none` and another. `null`: too many.
 */
export function cellPairs(
  { variables }: Space,
  name: string,
  quantity: Quantity,
): readonly (readonly [number, number])[] | null {
  const cells = variables.find((each) => each.quantity === name)?.cells ?? [];
  const pairs = isOrdered(quantity) ? neighbours(cells) : everyTwo(cells.length);
  return pairs.length > mostPairs ? null : pairs;
}

const mostPairs = 120;

const unordered: ReadonlySet<string> = new Set(["yes or no", "one of", "code", "body site"]);

function isOrdered({ part, type }: Quantity): boolean {
  if (part === "documentation" || part === "undocumented" || part === "response") return false;
  return part !== "value" || !unordered.has(type.kind);
}

function everyTwo(count: number): readonly (readonly [number, number])[] {
  const places = Array.from({ length: Math.min(count, documented.nothing + mostPairs) }, (_, place) => place);
  return places.flatMap((one) => places.slice(one + 1).map((other) => [one, other] as const));
}

function neighbours(cells: readonly ValueSet[]): readonly (readonly [number, number])[] {
  const segments = cells
    .flatMap((values, cell) => values.map((range) => ({ ...range, cell })))
    .toSorted((a, b) => a.low - b.low);
  const none = segments.find(({ low, high }) => low <= NONE && NONE <= high && low === high);
  const beside = segments.flatMap(({ low, cell }, at) => {
    const last = segments[at - 1];
    return last !== undefined && last.high + 1 === low ? [[last.cell, cell] as const] : [];
  });
  const withNone = none === undefined ? [] : cells.map((_, cell) => [none.cell, cell] as const);
  const all = [...beside, ...withNone].filter(([one, other]) => one !== other);
  return [
    ...new Map(
      all.map(([one, other]) => [`${Math.min(one, other)} ${Math.max(one, other)}`, [one, other] as const]),
    ).values(),
  ];
}
