import type { Case } from "../../../engine/values/index.ts";
import { decodeCase } from "../../../engine/values/case/index.ts";

/**
 * Requests for the shoulder rule as records have them: of each fact a statement with its document, page and quotation, one
 * without, one that is not objective, a search that found nothing, or silence. The same cases in every run.
 */
export function shoulderCases(count: number): readonly Case[] {
  return Array.from({ length: count }, (_, number) => shoulderCase(number));
}

function shoulderCase(number: number): Case {
  const text = written(number);
  const { value, diagnostics } = decodeCase({ name: `case-${number}.yaml`, text });
  if (value === null || diagnostics.length > 0)
    throw new Error(`A case cannot be read: ${JSON.stringify(diagnostics)}`);
  return value;
}

function written(number: number): string {
  const next = chances(number);
  const silence = 1 + next(6);
  const facts = Object.entries(stated).flatMap(([fact, values]) => {
    if (next(8) < silence - 1) return [];
    const value = values[next(values.length)] ?? "";
    return [`  ${fact}:\n${said(value, next)}`];
  });
  return `schema: precept/case/1
case: Request ${number}
dates: { request date: 2024-05-14, service date: 2024-05-20 }
documents:
  progress report: { title: Progress report, date: 2024-04-09, author: physician }
  therapy notes: { title: Therapy notes, date: 2024-03-28, author: physical therapist }
facts:${facts.length === 0 ? " {}" : `\n${facts.join("")}`}
requests:
  - service: MRI of the shoulder
    administrator: { decision: denied }
`;
}

/** What a record may say of each fact. */
const stated = {
  "significant trauma": ["yes", "no"],
  "suspected dislocation": ["yes", "no"],
  age: ["44 years", "{ born: 1961-07-02 }"],
  "pain at night": ["yes", "no"],
  "known malignancy": ["yes", "no"],
  "physical therapy": [
    "{ response: failed, lasted: 8 weeks }",
    "{ response: failed, lasted: 4 weeks }",
    "{ response: succeeded, lasted: 6 weeks }",
  ],
  abduction: ["70 degrees", "110 degrees", "{ from: 80 degrees, to: 100 degrees }"],
  "positive drop arm test": ["yes", "no"],
  "weakness of external rotation": ["yes", "no"],
  "planned procedure": ["none", "arthroscopy"],
  "plain films are unrevealing": ["yes", "no"],
};

function said(value: string, next: (below: number) => number): string {
  const where = next(2) === 0 ? "progress report" : "therapy notes";
  const evidence = (kind: string) =>
    `      evidence: { document: ${where}, kind: ${kind}, page: "${1 + next(9)}", quote: "as noted on visit ${next(1_000)}" }\n`;
  switch (next(6)) {
    case 0:
      return "    not documented: no statement on it was found\n";
    case 1:
      return `    - value: ${value}\n`;
    case 2:
      return `    - value: ${value}\n${evidence("opinion")}`;
    default:
      return `    - value: ${value}\n${evidence("objective finding")}`;
  }
}

function chances(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return (state >>> 8) % below;
  };
}
