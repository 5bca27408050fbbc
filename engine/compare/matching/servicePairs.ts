import type { Service } from "../../../dsl/index.ts";
import type { SetGuideline } from "../../set/index.ts";
import { type Pair, paired } from "./guidelinePairs.ts";

/** A service of a guideline. */
export interface OwnService {
  readonly of: SetGuideline;
  readonly service: Service;
}

/**
 * Which service is which: within the two versions of a guideline by name, then by what can be asked for under it; what is left,
 * in any guideline: it was moved.
 */
export function servicePairs(guidelines: readonly Pair<SetGuideline>[]): readonly Pair<OwnService>[] {
  const own = guidelines.flatMap(({ before, now }) =>
    paired(before === null ? [] : servicesOf(before), now === null ? [] : servicesOf(now), [sameName, sameItems]),
  );
  const whole = own.filter(({ before, now }) => before !== null && now !== null);
  const left = own.filter(({ before, now }) => before === null || now === null);
  const moved = paired(
    left.flatMap(({ before }) => before ?? []),
    left.flatMap(({ now }) => now ?? []),
    [(one, other) => sameName(one, other) && shareItems(one, other), sameItems],
  );
  return [...whole, ...moved];
}

function servicesOf(of: SetGuideline): readonly OwnService[] {
  return of.guideline.services.map((service) => ({ of, service }));
}

const sameName = (one: OwnService, other: OwnService): boolean => one.service.key === other.service.key;

/** Everything that can be asked for under one can be asked for under the other. */
function sameItems({ service: one }: OwnService, { service: other }: OwnService): boolean {
  return one.items.length > 0 && asked(one).join("\n") === asked(other).join("\n");
}

function shareItems({ service: one }: OwnService, { service: other }: OwnService): boolean {
  const both = new Set(asked(other));
  return one.items.length + other.items.length === 0 || asked(one).some((each) => both.has(each));
}

/** By its codes, or by its name where it has none. */
function asked({ items }: Service): readonly string[] {
  return items
    .map(({ key, codes }) => (codes.length === 0 ? key : codes.map(({ system, code }) => `${system} ${code}`).join()))
    .toSorted();
}
