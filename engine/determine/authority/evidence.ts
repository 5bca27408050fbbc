import { type Authority, type Guideline, nameKey } from "../../../dsl/index.ts";

/** Two levels of evidence on one question, the stronger first. */
export interface Outranking {
  readonly question: string;
  readonly stronger: string;
  readonly weaker: string;
}

/**
 * Why a guideline rests on better evidence than another: it is stronger on a question of which both state the level, and
 * weaker on none. `null` when it is not so, or not stated.
 */
export function restsOnBetter(authority: Authority, one: Guideline, other: Guideline): Outranking | null {
  const compared = authority.evidence.flatMap((order) => {
    const levels = order.levels.map(nameKey);
    const [own, than] = [one, other].map((guideline) => levelOn(guideline, order.key));
    if (own === undefined || than === undefined) return [];
    const [at, thanAt] = [own, than].map((level) => levels.indexOf(nameKey(level)));
    if (at === undefined || thanAt === undefined || at < 0 || thanAt < 0) return [];
    return [{ ahead: thanAt - at, question: order.question, stronger: own, weaker: than }];
  });
  if (compared.some(({ ahead }) => ahead < 0)) return null;
  const decisive = compared.find(({ ahead }) => ahead > 0);
  if (decisive === undefined) return null;
  const { question, stronger, weaker } = decisive;
  return { question, stronger, weaker };
}

/** The level a guideline states for a type of question, as written. */
export function levelOn({ levels = [] }: Guideline, question: string): string | undefined {
  return levels.find(({ key }) => key === question)?.level;
}

/** As written, but none before one that rests on better evidence. */
export function byEvidence<T>(written: readonly T[], isBetter: (one: T, other: T) => boolean): readonly T[] {
  const left = [...written];
  const ordered: T[] = [];
  while (left.length > 0) {
    const at = left.findIndex((one) => !left.some((other) => isBetter(other, one)));
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
}
