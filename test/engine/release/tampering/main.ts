// node test/engine/release/tampering/main.ts 10000: that many releases with one byte changed, and as many put together otherwise;
// how many of them are taken for releases as they were made. Half of each is of a shipped set with its engine.
import { filesOfShipped, releaseOf, today } from "../../../server/engines/released.ts";
import { candidate, released } from "../candidate.ts";
import { acceptedBytes, acceptedStructures } from "./accepted.ts";

const count = Number(process.argv[2] ?? 10_000);
const small = (await released(candidate(), [])).bytes;
const shipped = (await releaseOf(await filesOfShipped("california-mtus"), await today())).release.bytes;

const found: string[] = [];
for (const [name, bytes] of [
  ["small", small],
  ["california-mtus", shipped],
] as const) {
  const half = Math.ceil(count / 2);
  const flips = await acceptedBytes(bytes, half, 20140514);
  process.stdout.write(`${name} (${bytes.length} bytes): ${half} single bytes changed, ${flips.length} accepted\n`);
  const structures = await acceptedStructures(bytes, half, 20260401);
  process.stdout.write(`${name}: ${half} put together otherwise, ${structures.length} accepted\n`);
  found.push(...flips, ...structures);
}
for (const each of found) process.stdout.write(`${each}\n`);
process.exitCode = found.length === 0 ? 0 : 1;
