/** The value that `share` (0 to 1) of the samples do not exceed: 0.5 is the median, 0.95 what only the slowest exceed. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Milliseconds that one call takes, each of `rounds` times, after a tenth as many calls to warm up. */
export async function times(rounds: number, call: (round: number) => unknown): Promise<readonly number[]> {
  for (let round = 0; round < rounds / 10; round += 1) await call(round);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await time(() => call(round)));
  return samples;
}

async function time(call: () => unknown): Promise<number> {
  const started = performance.now();
  await call();
  return performance.now() - started;
}

export interface Paired {
  /** Median milliseconds of each. */
  readonly ours: number;
  readonly other: number;
  /** Median over the rounds of ours divided by other, and of ours less other: noise that hits a round hits both. */
  readonly ratio: number;
  readonly difference: number;
}

/** Measures two things side by side, in turn, the order changing from round to round. */
export async function paired(rounds: number, ours: () => unknown, other: () => unknown): Promise<Paired> {
  await times(rounds / 10, ours);
  await times(rounds / 10, other);
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push(await pairOf(round % 2 === 0, ours, other));
  return comparePairs(pairs);
}

async function pairOf(
  oursFirst: boolean,
  ours: () => unknown,
  other: () => unknown,
): Promise<readonly [number, number]> {
  if (oursFirst) return [await time(ours), await time(other)];
  const second = await time(other);
  return [await time(ours), second];
}

/** Pairs of milliseconds, ours first. */
export function comparePairs(pairs: readonly (readonly [number, number])[]): Paired {
  return {
    ours: median(pairs.map(([ours]) => ours)),
    other: median(pairs.map(([, other]) => other)),
    ratio: median(pairs.map(([ours, other]) => ours / other)),
    difference: median(pairs.map(([ours, other]) => ours - other)),
  };
}
