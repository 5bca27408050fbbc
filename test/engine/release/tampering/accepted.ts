import { verifyRelease } from "../../../../engine/release/index.ts";
import { Chance } from "./chance.ts";
import { tampered } from "./structural.ts";

/** Of `count` releases with one byte changed, those that are taken for releases: where, and to what. */
export async function acceptedBytes(good: Uint8Array, count: number, seed: number): Promise<readonly string[]> {
  const chance = new Chance(seed);
  const found: string[] = [];
  const changed = good.slice();
  for (let done = 0; done < count; done += 1) {
    const at = chance.below(good.length);
    const before = good[at] ?? 0;
    changed[at] = before ^ (1 + chance.below(255));
    if ((await verifyRelease(changed)).ok) found.push(`byte ${at}: ${before} to ${changed[at]}`);
    changed[at] = before;
  }
  return found;
}

/** Of `count` releases with something done to how they are put together, those that are taken for releases, and what it was. */
export async function acceptedStructures(good: Uint8Array, count: number, seed: number): Promise<readonly string[]> {
  const chance = new Chance(seed);
  const found: string[] = [];
  for (let done = 0; done < count; done += 1) {
    const { what, bytes } = tampered(good, chance);
    if ((await verifyRelease(bytes)).ok) found.push(`${what}, the ${done + 1}. of seed ${seed}`);
  }
  return found;
}
