import type { Word } from "../syntax/index.ts";
import type { Environment } from "./environment.ts";
import { changeReadings, comparisonReadings, listChangeReadings } from "./calculation/index.ts";
import { placeReadings } from "./comparisons.ts";
import { listReadings } from "./listPhrases.ts";
import { wordKey } from "./names.ts";
import { namedReadings, readField } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** All readings of all the words: of a fact or definition, of a list, or, inside `where`, of one entry. */
export function readings(words: readonly Word[], environment: Environment): readonly Reading[] {
  if (environment.entry) return entryReadings(words, environment);
  return [
    ...namedReadings(words, environment),
    ...listReadings(words, environment),
    ...comparisonReadings(words, environment),
    ...changeReadings(words, environment),
    ...listChangeReadings(words, environment),
  ];
}

/** `its PO2 at or below 55 mmHg`, `it is physician-directed`, `it lasted at least 6 weeks` */
function entryReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  const [first, second] = words.map((word) => wordKey(word.text));
  if (first === "its")
    return [...namedReadings(words.slice(1), environment), ...comparisonReadings(words.slice(1), environment)];
  if (first !== "it") return [];
  const answered =
    second === "is" || second === "was"
      ? namedReadings(words.slice(2), environment).filter(({ operator }) => operator === "yes")
      : [];
  const trials = [...environment.names.values()].filter(
    (named) => named.kind === "fact" && named.type.kind === "treatment trial",
  );
  const nameSpan = words[0]?.span ?? { start: 0, end: 0 };
  return [
    ...answered,
    ...placeReadings(words, environment),
    ...trials.flatMap((named) => readField({ named, nameSpan, rest: words.slice(1) }, environment)),
  ];
}
