/** `test.each(shares(5))`: the runs of a long property in five tests, so that none comes near the limit of one test on a slow machine. */
export function shares(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1} of ${count}`);
}
