import type { RequestStart } from "../worker/index.ts";

/** The worked example a new guideline starts with: the real case's second criterion, in the shape authors copy from. */
export const firstGuideline = (title: string): string => `guideline ${quoted(title)}
  source "Title of the published guideline", pages 1-2
  effective from 2026-01-01

fact significant symptom change: yes or no
  "emergence of a significant change of symptoms"
  needs objective evidence

fact strengthening program: treatment trial
  "failure to progress in a strengthening program intended to avoid surgery"

define failed strengthening
  as strengthening program failed AND strengthening program lasted at least 6 weeks

service imaging
  MRI of the cervical spine without contrast    CPT 72141

imaging if any of
  - significant symptom change
  - failed strengthening
  cite page 1

example "four weeks are not six"
  service date: 2026-03-10
  significant symptom change: no
  strengthening program: failed after 4 weeks
  expect imaging: criteria not met
`;

/** Words between the quotes of the language, which has no way to say a quote within them. */
const quoted = (words: string): string => `"${words.replaceAll(/["“„”]/g, "'")}"`;

/** A case to begin with: nothing is documented yet, so every fact still waits in the form. `today` as `2026-01-31`. */
export function firstCase(title: string, today: string, request: RequestStart | null): string {
  const { service, code } = request ?? { service: "the service that is asked for", code: null };
  return `# yaml-language-server: $schema=../../case.schema.json
schema: precept/case/1
case: ${plain(title)}

dates:
  request date: ${today}
  service date: ${today}

facts: {}

requests:
  - service: ${plain(service)}${code === null ? "" : `\n    code: ${plain(code)}`}
`;
}

/** Words as YAML takes them; quoted when it could read them as something else. */
function plain(words: string): string {
  return /^\p{L}[\p{L}\p{N} ,()/-]*$/u.test(words) ? words : JSON.stringify(words);
}
