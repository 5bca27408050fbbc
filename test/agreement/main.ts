// `npm run agreement [-- COMPARISONS [SEED]]`: what the tests of this folder compare in a moment, ten million times.
import { checkKind } from "./agreement.ts";
import { contenders } from "./evaluators.ts";
import { checkExhaustively, formulas, smallWorlds } from "./exhaustive.ts";
import { checkSampled } from "./sampled.ts";
import { checkStability } from "./stability.ts";
import { kinds, stableKinds } from "./worlds/index.ts";

/** Something compared over and over: some inputs with a seed, giving the number of comparisons; throws at a difference. */
interface Compared {
  readonly name: string;
  readonly share: number;
  readonly run: (inputs: number, seed: number) => number;
}

const evaluators = ["enumeration", ...contenders.map(({ name }) => name)].join(", ");

const sampledKinds: readonly Compared[] = [
  ...kinds.map(
    (kind): Compared => ({
      name: kind.name,
      share: 1,
      run: (inputs, seed) => checkKind(kind, inputs, seed, 60),
    }),
  ),
  { name: "the whole language at once", share: 0.5, run: checkSampled },
  ...stableKinds.map(
    (kind): Compared => ({
      name: `more documents: ${kind.name}`,
      share: 0.03,
      run: (inputs, seed) => checkStability(kind, inputs, seed),
    }),
  ),
];

const write = (line: string): boolean => process.stdout.write(`${line}\n`);
const inThousands = (count: number): string => count.toLocaleString("en-US");

interface Row {
  readonly name: string;
  readonly comparisons: number;
  readonly seconds: number;
  readonly difference: string | null;
}

/** Runs until so many comparisons are made; what is thrown is a difference, told in full. */
function row(name: string, comparisons: number, run: (turn: number) => number): Row {
  const started = performance.now();
  let made = 0;
  let difference: string | null = null;
  try {
    for (let turn = 0; made < comparisons; turn += 1) made += run(turn);
  } catch (error) {
    difference = error instanceof Error ? error.message : String(error);
  }
  const seconds = (performance.now() - started) / 1_000;
  write(`${name}: ${inThousands(made)} comparisons in ${seconds.toFixed(0)} s`);
  if (difference !== null) write(`A DIFFERENCE: ${difference}`);
  return { name, comparisons: made, seconds, difference };
}

/** Everything small in full: of a million comparisons and more up to three gates. */
function exhaustiveRows(wanted: number): readonly Row[] {
  return smallWorlds.map(({ name, of }) => {
    const gates = wanted >= 1_000_000 ? 3 : 2;
    return row(`every formula of up to ${gates} gates, ${name}`, 1, () =>
      checkExhaustively(of, formulas(of, gates).flat()),
    );
  });
}

function sampledRows(wanted: number, seed: number): readonly Row[] {
  const shares = sampledKinds.reduce((sum, { share }) => sum + share, 0);
  return sampledKinds.map(({ name, share, run }) =>
    row(name, (wanted * share) / shares, (turn) => run(100, seed + turn)),
  );
}

function table(rows: readonly Row[]): readonly string[] {
  return [
    "| compared | comparisons | seconds | differences |",
    "|---|---|---|---|",
    ...rows.map(
      ({ name, comparisons, seconds, difference }) =>
        `| ${name} | ${inThousands(comparisons)} | ${seconds.toFixed(0)} | ${difference === null ? 0 : "one, told above"} |`,
    ),
  ];
}

const [wanted = 10_000_000, seed = Math.floor(Math.random() * 2 ** 30)] = process.argv.slice(2).map(Number);
write(`${inThousands(wanted)} comparisons with seed ${seed}: the interpreter against ${evaluators}`);
const sampled = sampledRows(wanted, seed);
const rows = [...exhaustiveRows(wanted), ...sampled];
const total = rows.reduce((sum, { comparisons }) => sum + comparisons, 0);
const differences = rows.filter(({ difference }) => difference !== null).length;
for (const line of table(rows)) write(line);
write(`${inThousands(total)} comparisons with seed ${seed}, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
