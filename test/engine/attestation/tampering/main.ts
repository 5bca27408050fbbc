// `node test/engine/attestation/tampering/main.ts [COUNT] [SEED]`: what `tampering.test.ts` does with a share, COUNT times a kind.
import { seeded } from "../../../bench/rules/chance.ts";
import { accepted, given, isAccepted, kinds } from "./tampering.ts";

const [count = "10000", seed = "6"] = process.argv.slice(2);
const good = await given();
let failed = !(await isAccepted(good));
for (const [name, tamper] of Object.entries(kinds)) {
  const { found, same } = await accepted(good, tamper, Number(count), seeded(Number(seed)));
  process.stdout.write(
    `${name}: ${count} tampered with, ${found.length} accepted (${same} drawn that changed nothing)\n`,
  );
  for (const { attestation } of found.slice(0, 3)) process.stdout.write(`${new TextDecoder().decode(attestation)}\n`);
  failed ||= found.length > 0;
}
process.exitCode = failed ? 1 : 0;
