import { type Analysis, analyse, type Span } from "../../../dsl/index.ts";

/** A source with its marks taken out: `‸` is the cursor, `«...»` are ranges. */
export interface Marked {
  readonly text: string;
  /** Of the cursor, or of the end of the text. */
  readonly offset: number;
  readonly ranges: readonly Span[];
  readonly analysis: Analysis;
}

export function marked(source: string): Marked {
  let text = "";
  let offset: number | null = null;
  const ranges: Span[] = [];
  const open: number[] = [];
  for (const sign of source) {
    if (sign === "‸") offset = text.length;
    else if (sign === "«") open.push(text.length);
    else if (sign === "»") ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += sign;
  }
  return { text, offset: offset ?? text.length, ranges, analysis: analyse({ name: "test.guideline", text }) };
}

/** The text with `«...»` around every span. */
export function withRanges(text: string, spans: readonly Span[]): string {
  const signs = spans.flatMap(({ start, end }) => [
    { at: start, sign: "«" },
    { at: end, sign: "»" },
  ]);
  return signs
    .toSorted((a, b) => b.at - a.at)
    .reduce((out, { at, sign }) => out.slice(0, at) + sign + out.slice(at), text);
}

export const neck = `guideline "Neck"
  source "Chapter 8", pages 177-179

scale muscle strength: 0, 1, 2, 3, 4, 5

fact body region: one of cervical spine, lumbar spine
fact tissue insult or any dysfunction: yes or no
  "evidence of tissue insult"
  needs objective evidence
fact is unclear: yes or no
fact program: treatment trial
fact pressure: number in mmHg
fact pressure at rest: number in mmHg, to 0.1
fact onset: date
fact deltoid: muscle strength

define failed program
  "failure to progress"
  as program lasted at least 6 weeks AND program failed
  cite page 178

service imaging
  MRI of the neck    CPT 72141
  asked for
    sessions: whole number

imaging if tissue insult or any dysfunction OR failed program
`;
