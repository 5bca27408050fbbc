/** A number from 0 to `below` - 1, the same sequence in every run. */
export type Chance = (below: number) => number;

/** Lehmer's generator: its low bits repeat soon, so the high ones are taken. */
export function seeded(seed: number): Chance {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

export function oneOf<T>(chance: Chance, choices: readonly [T, ...T[]]): T {
  return choices[chance(choices.length)] ?? choices[0];
}

/** `count` of the items, none twice, in an order of chance. */
export function some<T>(chance: Chance, items: readonly T[], count: number): readonly T[] {
  const rest = [...items];
  return Array.from({ length: count }, () => rest.splice(chance(rest.length), 1)).flat();
}
