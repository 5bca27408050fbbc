/** The last digit of a LOINC code, by the algorithm of LOINC Users' Guide, appendix C (mod 10, every second digit doubled). */
export function loincDigit(others: string): string {
  const sum = [...others].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The last digit of a SNOMED CT identifier: Verhoeff's dihedral check (SNOMED CT Release File Specification, 6.3). */
export function snomedDigit(others: string): string {
  const sum = [...others]
    .toReversed()
    .reduce((total, digit, place) => product(total, permuted(Number(digit), place + 1)), 0);
  return String(inverse(sum));
}

/** In the group of the pentagon's turns (0 to 4) and reflections (5 to 9). */
function product(a: number, b: number): number {
  const turned = a < 5 ? (a + b) % 5 : (((a - b) % 5) + 5) % 5;
  return a < 5 === b < 5 ? turned : turned + 5;
}

const inverse = (a: number): number => (a === 0 || a > 4 ? a : 5 - a);

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, times: number): number {
  return Array.from({ length: times % 8 }).reduce<number>((value) => permutation[value] ?? value, digit);
}
