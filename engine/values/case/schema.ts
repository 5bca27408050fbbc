import { z } from "zod";
import { evidenceKinds, trialResponses } from "../../../dsl/index.ts";
import { form } from "../yaml/index.ts";
import { fullDate, partialDate, someOf } from "./checks.ts";

/** The version of the case format that this engine reads, as case files name it. */
export const caseSchemaName = "precept/case/1";

const words = z.string().min(1);

const evidence = form({
  document: words.optional().describe("The document it stands in: one of the names under `documents`."),
  kind: z.enum(evidenceKinds).optional().describe("What kind of evidence it is, as the record gives it."),
  date: partialDate.optional().describe("When it was found. Left out: the date of the document."),
  author: words
    .optional()
    .describe("The role of who says so, e.g. `treating physician`. Left out: the author of the document."),
  page: words.optional().describe("The page of the document. Left out when the record does not give one."),
  quote: words.optional().describe("The words of the document, or of a summary that reports it."),
}).meta({ id: "evidence", description: "What in the record backs a value." });

const duration = z
  .union([words, someOf(form({ from: words.optional(), to: words.optional() }), ["from", "to"])])
  .describe("e.g. `6 weeks`, or `{ from: 4 weeks, to: 6 weeks }`.");

const trialForm = someOf(
  form({
    response: z.enum(trialResponses).optional().describe("How the treatment went."),
    lasted: duration.optional(),
    from: partialDate.optional().describe("The first day of treatment."),
    to: partialDate
      .optional()
      .describe("The last day of treatment; without it treatment went on to the request date at most."),
  }),
  ["response", "lasted"],
);

const trial = trialForm.meta({ id: "trial", description: "A course of treatment: how it went, how long it lasted." });

const interval = someOf(form({ from: words.optional(), to: words.optional() }), ["from", "to"]);

const born = form({ born: partialDate.describe("The date of birth, where a fact asks for an age.") });

const value = z.union([words, trial, interval, born]).meta({
  id: "value",
  description: "`yes`, `57 mmHg`, `4+/5`, `2014-04`, an interval `{ from, to }`, a trial, or `{ born: 1951-07 }`.",
});

const statement = form({ value, evidence: evidence.optional() }).meta({
  id: "statement",
  description: "One thing the record says.",
});

const unknown = form({
  "not documented": words
    .nullable()
    .describe("What the reviewer says of the search, in the reviewer's words; may be empty."),
}).meta({ id: "asked-and-unknown", description: "Someone looked, and the record does not say." });

const entry = z
  .object({ evidence: evidence.optional() })
  .catchall(value)
  .describe("One entry of a list: a value for each field, and the evidence.");

const list = form({
  complete: z
    .union([z.enum(["yes", "no"]), z.boolean()])
    .describe("Whether the record holds no further entry. Without that a count is only a lower bound."),
  entries: z.array(entry),
}).describe("A repeated fact, such as every oxygen test.");

const fact = z
  .union([words, statement, unknown, trial, interval, born, z.array(z.union([statement, unknown])).min(1), list])
  .meta({
    id: "fact",
    description: "What the record says. Several statements form a list. A fact that is not named was never asked.",
  });

const facts = z.record(z.string(), fact);

const expectation = form({
  outcome: z
    .enum(["criteria met", "criteria not met", "information needed", "modified", "excluded", "not addressed"])
    .optional(),
  review: z.enum(["upheld", "overturned", "overturned in part"]).optional(),
  answers: z
    .record(z.string(), z.enum(["met", "not met", "not documented"]))
    .optional()
    .describe("Criteria or facts by name, with the answer expected of each."),
  values: z
    .record(z.string(), words)
    .optional()
    .describe(
      "Scores, tables and calculated numbers by name, with what each comes to: `4.5`, `from 3 to 6`, `no value`, `not documented`.",
    ),
  governing: words.optional().describe("The title of the guideline that governs."),
  source: words.describe("Where the expectation comes from: a person or a published text."),
  "filled in by": z
    .enum(["engine"])
    .optional()
    .describe(
      "`engine` where nobody gave this expectation and what the engine said was taken down. Such a case is run like any other, but is no proof that the guideline is right: it does not count towards mutation adequacy.",
    ),
}).describe("What the guideline set should say of this request. Checked by `precept test`.");

const rebuttal = form({
  of: words.describe("The source or guideline whose presumption is rebutted, as the authority block names it."),
  question: words.describe("The type of question the evidence answers, e.g. `treatment`."),
  level: words.optional().describe("The level of this evidence. Left out: not documented."),
  against: words
    .optional()
    .describe("The level of the evidence that the guideline rests on. Left out: not documented."),
  evidence: evidence.optional(),
}).describe("Evidence brought forward against the presumption of a source.");

const request = form({
  service: words.describe("What is asked for, in the words of a guideline."),
  code: words.optional().describe("e.g. `CPT 72141`."),
  "asked for": facts
    .optional()
    .describe("How much, how often, where: what the guideline says the service is asked for with."),
  administrator: form({
    decision: z.enum(["approved", "denied", "modified"]),
    guideline: words.optional(),
  })
    .optional()
    .describe("What the claims administrator decided, and on which guideline."),
  decision: form({
    review: z.enum(["upheld", "overturned", "overturned in part"]),
    reason: words.optional().describe("Why, when it differs from what is proposed."),
  })
    .optional()
    .describe("The reviewer's own decision."),
  rebuttals: z.array(rebuttal).optional().describe("What is brought forward against guidelines that the set ranks."),
  expect: expectation.optional(),
});

/** The shape of a case file. The JSON Schema shipped with the guideline sets is made from this. */
export const caseSchema = form({
  $schema: words.optional().describe("Where editors find this schema; in YAML a comment does the same."),
  schema: z.literal(caseSchemaName).describe("The version of this format."),
  case: words.describe("A title that tells this case from others."),
  summary: words.optional().describe("The clinical case summary, paragraphs separated by empty lines."),
  review: form({
    reviewer: words.optional().describe("Who decides, e.g. the reviewer's specialty."),
    statement: words.optional().describe("How the determination was made, paragraphs separated by empty lines."),
  }).optional(),
  dates: form({
    "request date": fullDate.describe("When the service was asked for."),
    "service date": fullDate.describe("When it is or would be given; the request date when none is set."),
  }),
  documents: z
    .record(
      z.string(),
      form({
        title: words,
        date: partialDate.optional(),
        author: words.optional().describe("The role of its author, e.g. `treating physician`."),
      }),
    )
    .optional()
    .describe("The documents of the record, each under a short name that evidence refers to."),
  facts: facts.optional(),
  requests: z.array(request).min(1).describe("The services in dispute."),
});

export type CaseShape = z.infer<typeof caseSchema>;
export type FactShape = z.infer<typeof fact>;
export type ListShape = z.infer<typeof list>;
export type FactsShape = z.infer<typeof facts>;
export type ValueShape = z.infer<typeof value>;
export type DurationShape = z.infer<typeof duration>;
export type EvidenceShape = z.infer<typeof evidence>;
export type RequestShape = z.infer<typeof request>;
