import * as fc from "fast-check";

/** Words that mean something somewhere in the language. */
export const words: readonly string[] =
  'imaging if AND OR NOT UNLESS ( ) any of all of none of at least 2 of exactly 1 of pain weakness PO2 strengthening program failed lasted 6 weeks 55 mmHg mmHgg is not documented as present or and unless between within 6 months before request date one of injection surgery , ; : . " “ ” - 1. a) # fact define service scale example guideline expect cite source needs waived if but not if excluded if applies when as note read as because asked for yes or no number in to 0.1 date age treatment trial whole none codes use changes authority accept always never when requires limited to score table schedule otherwise first that applies effective from 2014-01-01 accept gap red flag if only if is covered where its every latest earliest count different consecutive counting this one plus minus times divided by percent decrease from M54.1* L4-L5 left knee reviewer attests ICD-10-CM M54.16 to M50.1 is in the same as side diagnosis radiculopathy site session its on list, each'.split(
    " ",
  );

const word = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string() });
const line = fc
  .tuple(
    fc.constantFrom("", "  ", "    ", "\t", " "),
    fc.constantFrom("", "- ", "• ", "1. "),
    fc.array(word, { maxLength: 9 }),
  )
  .map(([margin, bullet, said]) => margin + bullet + said.join(" "));

const declarations = `guideline "A"
  source "B", page 1
fact pain: yes or no
fact weakness: yes or no
fact PO2: number in mmHg, to 0.1
fact strengthening program: treatment trial
fact diagnosis: ICD-10-CM code
fact pain site: body site in lumbar spine, knee
codes radiculopathy: ICD-10-CM M54.1*
fact session: list, each with
  site: body site in lumbar spine, knee
service imaging
  MRI CPT 72141
`;

/** Lines that nearly are declarations, after a few that are. */
export const nearlyGuidelines: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n", "\r"))
  .map(([declared, lines, end]) => (declared ? declarations.replaceAll("\n", end) : "") + lines.join(end));

/** Any UTF-16 units, halves of pairs among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 9, max: 126 }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units));
