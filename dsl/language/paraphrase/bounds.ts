import { HIGHEST, LOWEST, type Range } from "../../semantics/index.ts";

/**
 * `at least 4`, `more than 10 and below 12`: a stretch of half steps, where `2k` is exactly k and `2k + 1` lies between k and
 * k + 1. `said` gives the words of k. Open at both ends it says nothing.
 */
export function halfBounds({ low, high }: Range, said: (steps: number) => string | null): string | null {
  if (low === high && low % 2 === 0) return after("exactly", said(low / 2));
  const below =
    low <= LOWEST ? "" : isExact(low) ? after("at least", said(low / 2)) : after("more than", said((low - 1) / 2));
  const above =
    high >= HIGHEST ? "" : isExact(high) ? after("at most", said(high / 2)) : after("below", said((high + 1) / 2));
  if (below === null || above === null || below + above === "") return null;
  return below === "" || above === "" ? below + above : `${below} and ${above}`;
}

const isExact = (half: number): boolean => half % 2 === 0;

const after = (words: string, amount: string | null): string | null => (amount === null ? null : `${words} ${amount}`);
