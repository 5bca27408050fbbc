import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import type { Environment } from "../environment.ts";
import { wordsText } from "../names.ts";
import { spanOfWords } from "../phrases.ts";
import { isReadable, placeOf } from "./readable.ts";

/** What prose writes between two criteria, longer forms first, and what it stands for. */
const joints: readonly (readonly [string, "AND" | "AND NOT" | "OR"])[] = [
  ["in the absence of", "AND NOT"],
  ["but without", "AND NOT"],
  ["except when", "AND NOT"],
  ["except for", "AND NOT"],
  ["except if", "AND NOT"],
  ["and not", "AND NOT"],
  ["and no", "AND NOT"],
  ["but not", "AND NOT"],
  ["but no", "AND NOT"],
  ["with no", "AND NOT"],
  ["without", "AND NOT"],
  ["except", "AND NOT"],
  ["in addition to", "AND"],
  ["together with", "AND"],
  ["along with", "AND"],
  ["as well as", "AND"],
  ["with", "AND"],
  ["plus", "AND"],
  ["&", "AND"],
  ["+", "AND"],
  ["and/or", "OR"],
  ["/", "OR"],
];

/** `radiculopathy without myelopathy`, `radiculopathy with myelopathy`, `radiculopathy / myelopathy` */
export function otherJoint(words: readonly Word[], environment: Environment): Problem | null {
  for (const [joint, connective] of joints) {
    const at = placeOf(joint, words, 1);
    const [left, right] = [words.slice(0, Math.max(at, 0)), words.slice(at + joint.split(" ").length)];
    if (at < 1 || !isReadable(left, environment) || !isReadable(right, environment)) continue;
    return writeConnective(joint, connective, left, right, words);
  }
  return null;
}

function writeConnective(
  joint: string,
  connective: "AND" | "AND NOT" | "OR",
  left: readonly Word[],
  right: readonly Word[],
  words: readonly Word[],
): Problem {
  const between = spanOfWords(words.slice(left.length, words.length - right.length));
  const [a, b] = [wordsText(left), wordsText(right)];
  const written = connective === "OR" ? `any of (${a}; ${b})` : `${a} ${connective} ${b}`;
  const hint =
    connective === "AND NOT"
      ? `Write \`${written}\`, or \`but not if ${b}\` on the line below.`
      : `Write \`${written}\`.`;
  const message = `\`${joint}\` stands between two criteria, so it is not clear how it joins them.`;
  return problem("E0203", between, message, {
    hint,
    fixes: [replace(`Write ${written}`, cover(spanOfWords(left), spanOfWords(right)), written)],
  });
}
