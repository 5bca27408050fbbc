import { type Aspect, type FactType, nameKey, NONE, type Site, sitesIn } from "../../../dsl/index.ts";
import { between, holds, one, type ValueSet } from "../valueSet.ts";
import { different, same } from "./sameness.ts";

interface Possible {
  readonly type: FactType;
  readonly values: ValueSet;
}

/** Whether two sites are alike in an aspect, as far as is known of both. */
export function compareSites(aspect: Aspect, first: Possible, second: Possible): ValueSet {
  const [ours, theirs] = [marksOf(aspect, first), marksOf(aspect, second)];
  const { canBeAlike, canDiffer } = aspect === "side" ? bySide(ours, theirs) : byName(ours, theirs);
  if (!canDiffer) return one(same);
  return canBeAlike ? between(different, same) : one(different);
}

interface Possibly {
  readonly canBeAlike: boolean;
  readonly canDiffer: boolean;
}

function byName(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): Possibly {
  return {
    canBeAlike: [...ours].some((mark) => theirs.has(mark)),
    canDiffer: new Set([...ours, ...theirs]).size > 1,
  };
}

function bySide(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): Possibly {
  const pairs = new Set([...ours].flatMap((mark) => [...theirs].map((other) => haveSideInCommon(mark, other))));
  return { canBeAlike: pairs.has(true), canDiffer: pairs.has(false) };
}

/** `both` sides have one in common with the left and with the right. */
function haveSideInCommon(side: string, other: string): boolean {
  const lateral = [side, other].every((each) => each !== "midline" && each !== "none");
  return side === other || (lateral && (side === "both" || other === "both"));
}

/** What the aspect shows of each possible value, the same for values that no comparison tells apart. */
function marksOf(aspect: Aspect, { type, values }: Possible): ReadonlySet<string> {
  return new Set([...(holds(values, NONE) ? ["none"] : []), ...placesIn(aspect, type, values)]);
}

function placesIn(aspect: Aspect, type: FactType, values: ValueSet): readonly string[] {
  if (type.kind === "one of") return type.options.flatMap((name, at) => (holds(values, at) ? [nameKey(name)] : []));
  return type.kind === "body site" ? sitesIn(values, type.regions).map((site) => markOf(aspect, site)) : [];
}

function markOf(aspect: Aspect, { region, side, level }: Site): string {
  switch (aspect) {
    case "region":
      return nameKey(region);
    case "side":
      return side;
    case "level":
      return level ?? `no level of ${nameKey(region)}`;
    case "value":
      return [nameKey(region), side, level ?? ""].join(" ");
  }
}
