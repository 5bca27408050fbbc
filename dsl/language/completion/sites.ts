import { levelNames } from "../../semantics/index.ts";

/** Regions, with the sides of those that have no levels: a knee is left or right. */
export function sitesOf(regions: readonly string[]): readonly string[] {
  const paired = regions.filter((region) => levelNames(region).length === 0);
  return [...regions, ...["left", "right", "both"].flatMap((side) => paired.map((region) => `${side} ${region}`))];
}
