// `npm run fuzz [-- INPUTS [SEED]]`: what `fuzz.test.ts` does with 2,000 inputs, with 100,000, and how long each takes.
import * as fc from "fast-check";
import { type Kind, kinds } from "./kinds.ts";

/** Milliseconds of computing after which an input counts as a hang, and as one to look into. */
const hang = 1_000;
const slow = 200;

interface Run {
  readonly failed: boolean;
  readonly slowest: number;
}

async function run({ name, share, property }: Kind, inputs: number, seed: number): Promise<Run> {
  const numRuns = Math.max(1, Math.round((share / 2_000) * inputs));
  const timed = timing(property);
  const details = await fc.check(timed.property, { numRuns, seed });
  const verdict = details.failed ? "FAILED" : "holds";
  process.stdout.write(
    `${verdict}: ${name}, ${details.numRuns} inputs, the slowest ${Math.round(timed.slowest())} ms\n`,
  );
  if (details.failed)
    process.stdout.write(`${fc.defaultReportMessage(details) ?? ""}\n${String(details.errorInstance)}\n`);
  if (timed.slowest() > slow)
    process.stdout.write(`${timed.slowest() > hang ? "A hang" : "Slow"}: ${JSON.stringify(timed.input())}\n`);
  return { failed: details.failed || timed.slowest() > hang, slowest: timed.slowest() };
}

/** What the call itself computes: other programs may run meanwhile. */
function timeOf(call: () => unknown): number {
  const started = process.threadCpuUsage();
  call();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1_000;
}

/** The property, and the input that took longest. */
function timing(property: fc.IRawProperty<unknown>) {
  let slowest = 0;
  let input: unknown;
  const timed: fc.IRawProperty<unknown> = Object.create(property, {
    run: {
      value: (value: unknown) => {
        let failure: ReturnType<typeof property.run> = null;
        const once = () => timeOf(() => (failure = property.run(value)));
        const first = once();
        // What is slow once may have collected the garbage of others; a hang is slow again.
        const taken = first > slow ? Math.min(first, once()) : first;
        if (taken > slowest) [slowest, input] = [taken, value];
        return failure;
      },
    },
  });
  return { property: timed, slowest: () => slowest, input: () => input };
}

const [inputs = 100_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv.slice(2).map(Number);
process.stdout.write(`${inputs} inputs with seed ${seed}\n`);
const runs: Run[] = [];
for (const kind of kinds) {
  await fc.check(kind.property, { numRuns: 1, seed });
  runs.push(await run(kind, inputs, seed));
}
process.exitCode = runs.some(({ failed }) => failed) ? 1 : 0;
