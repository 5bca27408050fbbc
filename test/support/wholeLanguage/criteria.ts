import * as fc from "fast-check";
import { subjects } from "./subjects.ts";

/** A criterion: the subjects it names, its lines in outline, and in one line. */
export interface Written {
  readonly rests: readonly string[];
  readonly lines: readonly string[];
  readonly inline: string;
  readonly isPhrase: boolean;
}

const phrase: fc.Arbitrary<Written> = fc.constantFrom(...Object.keys(subjects)).chain((name) =>
  (subjects[name]?.phrases ?? fc.constant("")).map((said) => ({
    rests: [name],
    lines: [said],
    inline: said,
    isPhrase: true,
  })),
);

/** A criterion without parts: a phrase, or one of these definitions. */
export const leaf = (definitions: readonly string[]): fc.Arbitrary<Written> =>
  definitions.length === 0
    ? phrase
    : fc.oneof(
        { arbitrary: phrase, weight: 5 },
        fc.constantFrom(...definitions).map((said) => ({ rests: [], lines: [said], inline: said, isPhrase: true })),
      );

/** Criteria in every layout, nested to a small depth; clauses stand below bullets. */
export function criteria(definitions: readonly string[]): fc.Arbitrary<Written> {
  return fc.letrec<{ criterion: Written }>((tie) => {
    const some = fc.array(tie("criterion"), { minLength: 2, maxLength: 3 });
    const joined = fc
      .tuple(fc.constantFrom(" AND ", " OR "), some)
      .map(([joint, parts]) => inOneLine(parts, parts.map(bracketed).join(joint)));
    const listed = fc
      .tuple(openings, some)
      .map(([opening, parts]) => inOneLine(parts, `${opening} (${parts.map(({ inline }) => inline).join("; ")})`));
    const denied = tie("criterion").map((part) => inOneLine([part], `NOT ${bracketed(part)}`));
    const outline = fc
      .tuple(openings, signs, some, clauses(leaf([])))
      .map(([opening, sign, parts, { rests, lines }]): Written => {
        const given = {
          rests: [...parts.flatMap((part) => part.rests), ...rests],
          inline: `${opening} (${parts.map(({ inline }) => inline).join("; ")})`,
        };
        const bullets = parts.flatMap((part, at) =>
          bullet(sign(at), part, at === 0 ? (/^(?:NOT|none of)/.test(part.inline) ? unwaived(lines) : lines) : []),
        );
        return {
          ...given,
          lines: [opening, ...(opening === "none of" ? unwaived(bullets) : bullets)],
          isPhrase: false,
        };
      });
    return {
      criterion: fc.oneof({ maxDepth: 2, depthSize: "xsmall" }, leaf(definitions), joined, listed, denied, outline),
    };
  }).criterion;
}

const openings = fc.constantFrom("any of", "all of", "none of", "at least 2 of", "exactly 1 of");
const signs = fc.constantFrom<(at: number) => string>(
  () => "-",
  (at) => `${at + 1}.`,
  (at) => `(${"abc"[at] ?? "z"})`,
);

function inOneLine(parts: readonly Written[], inline: string): Written {
  return { rests: parts.flatMap(({ rests }) => rests), lines: [inline], inline, isPhrase: false };
}

/** What rules out is not waived: that would be read in two ways. */
export const unwaived = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !/^ *waived if/.test(line));

/** In brackets unless it can be read no further. */
const bracketed = ({ inline, isPhrase }: Written): string =>
  isPhrase && !/ where |,/.test(inline) ? inline : `(${inline})`;

function bullet(
  sign: string,
  { lines: [first = "", ...below] }: Written,
  clauseLines: readonly string[],
): readonly string[] {
  return [`  ${sign} ${first}`, ...below.map((line) => `  ${line}`), ...clauseLines.map((line) => `      ${line}`)];
}

export interface Clauses {
  readonly rests: readonly string[];
  readonly lines: readonly string[];
}

/** What may hang below a criterion; a waiver comes first. */
export function clauses(part: fc.Arbitrary<Written>): fc.Arbitrary<Clauses> {
  return fc.tuple(rarely(part), rarely(part), rarely(fc.tuple(part, part)), remarks).map(
    ([waiver, exception, requirement, lines]): Clauses => ({
      rests: [waiver, exception, ...(requirement ?? [])].flatMap((one) => one?.rests ?? []),
      lines: [
        ...(waiver ? [`waived if ${waiver.inline}`] : []),
        ...(exception ? [`but not if ${exception.inline}`] : []),
        ...(requirement ? [`when ${requirement[0].inline}`, `  requires ${requirement[1].inline}`] : []),
        ...lines,
      ],
    }),
  );
}

/** Most have none. */
const rarely = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.nat(3).chain((die) => (die === 0 ? some : fc.constant(null)));

/** Words without an effect. */
export const remarks: fc.Arbitrary<readonly string[]> = fc.subarray([
  '"as it was published; with AND, OR: and (brackets)"',
  "cite section B, item 2",
  'note "kept for the record"',
  'read as "at least once" because "it does not say how often"',
]);
