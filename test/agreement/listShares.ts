import * as fc from "fast-check";
import { engineAnswers, enumerationAnswers } from "./listAnswers.ts";
import { type Construct, constructs } from "./listConstructs.ts";
import { lists } from "./listWorld.ts";

/*
 * How often every list that a case leaves possible agrees, while the engine answers `not documented`, construct by construct:
 *
 *     node test/agreement/listShares.ts [cases per construct]
 */
const cases = Number(process.argv[2] ?? 1_000);

interface Share {
  readonly decided: number;
  readonly onlyByEnumeration: number;
  readonly contradictions: number;
}

function shareOf(construct: Construct): Share {
  const answer = engineAnswers(construct);
  const pairs = fc
    .sample(lists[construct.list], { numRuns: cases, seed: 1 })
    .map((known) => ({ said: answer(known), so: enumerationAnswers(construct, known) }));
  return {
    decided: pairs.filter(({ so }) => so !== "not documented").length,
    onlyByEnumeration: pairs.filter(({ said, so }) => said === "not documented" && so !== "not documented").length,
    contradictions: pairs.filter(({ said, so }) => said !== "not documented" && said !== so).length,
  };
}

const line = (text: string): boolean => process.stdout.write(`${text}\n`);
const percent = (part: number): string => `${((100 * part) / cases).toFixed(1)} %`;

line(`| construct (${cases} cases each) | decided by enumeration | only by enumeration | contradictions |`);
line("|---|---|---|---|");
for (const construct of constructs) {
  const { decided, onlyByEnumeration, contradictions } = shareOf(construct);
  const figures = [percent(decided), percent(onlyByEnumeration), String(contradictions)];
  line(`| ${[`\`${construct.phrase}\``, ...figures].join(" | ")} |`);
}
