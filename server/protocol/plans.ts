import { z } from "zod";
import { caseReferenceSchema, comparisonSchema } from "./comparisons.ts";
import { placedDiagnosticSchema } from "./diagnostic.ts";

const place = { file: z.string(), line: z.number().int(), column: z.number().int() };

/** One line of a text diff; lines from 1, `null` on the side that does not have it. */
const diffLineSchema = z
  .object({ before: z.number().int().nullable(), now: z.number().int().nullable(), text: z.string() })
  .meta({ id: "DiffLine" });

const fileDiffSchema = z
  .object({
    path: z.string(),
    change: z.enum(["added", "removed", "changed"]),
    added: z.number().int(),
    removed: z.number().int(),
    hunks: z.array(z.array(diffLineSchema)).meta({ description: "Lines that differ, with three lines around them" }),
    cut: z.boolean().meta({ description: "Whether more differs than is shown here" }),
  })
  .meta({ id: "FileDiff" });
export type FileDiff = z.infer<typeof fileDiffSchema>;

/** An expectation of a case or example that is not what it was. */
const changedExpectationSchema = z
  .object({
    key: z.string().meta({ description: "What an acknowledgment names" }),
    ...caseReferenceSchema.shape,
    service: z.string(),
    before: z.string().nullable().meta({ description: "In words; `null`: nothing was expected" }),
    now: z.string().nullable(),
    source: z.string().nullable().meta({ description: "Who says so: the source that the case names" }),
    filledInByEngine: z.boolean().meta({ description: "No person has named a source: it does not count as a test" }),
  })
  .meta({ id: "ChangedExpectation" });
export type ChangedExpectation = z.infer<typeof changedExpectationSchema>;

const testedSchema = z.object({
  ...caseReferenceSchema.shape,
  kind: z.enum(["case", "example"]),
  status: z.enum(["passed", "failed", "without expectation"]),
  expected: z.string(),
  actual: z.string(),
});

const planTestsSchema = z.object({
  passed: z.number().int(),
  failed: z.number().int(),
  withoutExpectation: z.number().int(),
  cases: z.array(testedSchema).meta({ description: "Those that did not pass first; the first thousand" }),
  expectations: z.array(changedExpectationSchema),
});

const mutantSchema = z.object({
  id: z.string(),
  operator: z.string(),
  before: z.string(),
  after: z.string(),
  ...place,
});

const planMutationSchema = z.object({
  mutants: z.number().int(),
  killed: z.number().int(),
  equivalent: z.number().int(),
  counts: z.object({ survived: z.number().int(), undecided: z.number().int() }).meta({
    description: "How many there are; of the lists below the first are here",
  }),
  survived: z.array(mutantSchema.extend({ witness: z.string().meta({ description: "The text of a case file" }) })),
  undecided: z.array(mutantSchema.extend({ because: z.string() })),
  notCounted: z
    .array(caseReferenceSchema.extend({ because: z.string() }))
    .meta({ description: "Cases that say nothing of how good the tests are" }),
});

const planCoverageSchema = z.object({
  obligations: z.number().int(),
  covered: z.number().int(),
  impossible: z.number().int(),
  open: z.array(
    z.object({
      criterion: z.string(),
      what: z.string(),
      ...place,
      because: z.string().nullable().meta({ description: "Why it is not known whether a case can show it" }),
    }),
  ),
});

/** What was found on the proof board; `accepted` with the reason that stands in the file. */
const planFindingSchema = placedDiagnosticSchema
  .extend({
    problem: z.string(),
    subject: z.string(),
    accepted: z.string().nullable(),
    witness: z.string().nullable().meta({ description: "The text of a case file; `null`: proved of all cases" }),
  })
  .meta({ id: "PlanFinding" });

const planProofsSchema = z.object({
  asked: z.number().int(),
  proved: z.number().int(),
  counts: z
    .object({ found: z.number().int(), accepted: z.number().int(), open: z.number().int() })
    .meta({ description: "`found`: warnings that nobody accepted; hints stand in nobody's way" }),
  found: z.array(planFindingSchema),
  open: z.array(z.object({ problem: z.string(), subject: z.string(), file: z.string(), because: z.string() })),
  unread: z.array(z.string()).meta({ description: "Files with an error, of which nothing is known" }),
});

/** What a set holds, guideline by guideline, for who sees it for the first time. */
const holdingsSchema = z
  .object({
    guidelines: z
      .array(
        z.object({
          guideline: z.string(),
          source: z.string().nullable(),
          services: z.array(z.string()),
          criteria: z.number().int(),
          facts: z.number().int(),
          examples: z.number().int(),
        }),
      )
      .meta({ description: "The first three hundred" }),
    cases: z.number().int(),
    counts: z.object({ guidelines: z.number().int() }),
  })
  .meta({ id: "Holdings" });

/** Everything that is worked out of a round: what it changes and what is known of it. */
export const planSchema = z
  .object({
    schema: z.literal("precept/plan/1"),
    digest: z.string(),
    baseDigest: z.string().nullable(),
    engine: z.string().meta({ description: "Version of the engine that worked it out" }),
    files: z.array(fileDiffSchema),
    diagnostics: z.array(placedDiagnosticSchema).meta({ description: "Of reading the set; errors first" }),
    errors: z.number().int(),
    comparison: comparisonSchema,
    holds: holdingsSchema.nullable().meta({ description: "Of a set that was never released" }),
    tests: planTestsSchema,
    mutation: planMutationSchema,
    coverage: planCoverageSchema,
    proofs: planProofsSchema,
    uncited: z.array(z.string()).meta({ description: "Guidelines that rest on no citation" }),
    cut: z.array(z.string()).meta({ description: "Lists of which only the first are here, a sentence each" }),
  })
  .meta({ id: "Plan" });
export type Plan = z.infer<typeof planSchema>;

/** 202: the plan is being made. */
export const planProgressSchema = z
  .object({
    doing: z.string().meta({ description: "In words; `Waiting for another plan` while it is in the queue" }),
    done: z.number().int(),
    of: z.number().int().nullable(),
    failure: z.string().nullable().meta({ description: "Why the last attempt ended without a plan" }),
  })
  .meta({ id: "PlanProgress" });
export type PlanProgress = z.infer<typeof planProgressSchema>;
