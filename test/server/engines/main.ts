// node test/server/engines/main.ts 200: that many determinations on old releases, and how many replay to identical bytes.
import { filesOfShipped } from "./released.ts";
import { casesOf, notIdentical, threeReleases } from "./replayed.ts";

const count = Number(process.argv[2] ?? 200);
const sets = ["california-mtus", "cms-ncd", "decision-rules", "mtus-search-sequence", "spine-and-imaging"];

let others = 0;
let all = 0;
for (const [at, set] of sets.entries()) {
  const files = await filesOfShipped(set);
  const share = Math.floor(((at + 1) * count) / sets.length) - Math.floor((at * count) / sets.length);
  const cases = casesOf(files, share);
  const releases = await threeReleases(files);
  for (const [place, release] of releases.entries()) {
    const own = cases.filter((_, each) => each % releases.length === place);
    const found = await notIdentical(release, own);
    others += found.length;
    all += own.length;
    process.stdout.write(
      `${set} ${release.release.manifest.version}: ${own.length} determinations, ${found.length} not identical\n`,
    );
  }
}
process.stdout.write(`${all} determinations, ${others} not identical\n`);
process.exitCode = others === 0 ? 0 : 1;
