import { z } from "zod";

const answerSchema = z.enum(["met", "not met", "not documented", "not addressed", "contradictory"]);
const verdictSchema = z.enum(["same", "wider", "narrower", "mixed", "not proved"]);

/** A case of the set, or an example of a guideline. */
export const caseReferenceSchema = z.object({ title: z.string(), path: z.string() }).meta({ id: "CaseReference" });

/** A case made up to show a move, with what either version says of it. */
const comparedWitnessSchema = z
  .object({
    case: z.string().meta({ description: "The text of a case file" }),
    facts: z.array(z.string()).meta({ description: "What the case says, fact by fact, in words" }),
    before: z.array(z.string()).meta({ description: "What it may come to before; several while that is open" }),
    now: z.array(z.string()),
    asOf: z
      .object({ before: z.string().nullable(), now: z.string().nullable() })
      .meta({ description: "The day as of which a version was asked that is not in force on the service date" }),
  })
  .meta({ id: "ComparedWitness" });

const transitionSchema = z
  .object({
    key: z.string().meta({ description: "What an acknowledgment names; the same for the same move of a round" }),
    from: answerSchema,
    to: answerSchema,
    state: z.enum(["possible", "impossible", "not proved"]).meta({ description: "`impossible`: proved" }),
    because: z.string().nullable(),
    when: z.array(z.string()).nullable().meta({
      description: "Exactly when, in the guideline's words; `null` where something not documented decides",
    }),
    complete: z.boolean().meta({ description: "Whether `when` says it all" }),
    missing: z.array(z.string()).meta({ description: "Facts that make the difference by not being documented" }),
    cases: z.array(caseReferenceSchema).meta({ description: "Requests of the set's cases that move so; the first" }),
    count: z.number().int().meta({ description: "How many requests of the set's cases move so" }),
    witness: comparedWitnessSchema.nullable(),
  })
  .meta({ id: "Transition" });
export type ComparedTransition = z.infer<typeof transitionSchema>;

const serviceComparisonSchema = z
  .object({
    key: z.string().meta({
      description: "What an acknowledgment names for a service that came, went or is not proved to be the same",
    }),
    service: z.string(),
    guideline: z.string(),
    change: z.enum(["compared", "added", "removed"]),
    verdict: verdictSchema,
    because: z.string().nullable(),
    cases: z.number().int().meta({ description: "Requests for the service in the cases of the set" }),
    remarks: z.array(z.string()),
    transitions: z.array(transitionSchema),
  })
  .meta({ id: "ServiceComparison" });
export type ComparedService = z.infer<typeof serviceComparisonSchema>;

/** Two versions of a set, whatever a case says. */
export const comparisonSchema = z
  .object({
    against: z.string().nullable().meta({ description: "The version before; `null`: there is none" }),
    verdict: verdictSchema,
    because: z.string().nullable(),
    bump: z.enum(["first", "patch", "minor", "major"]).nullable().meta({ description: "`null`: not a byte changed" }),
    version: z.string().nullable().meta({ description: "The number that the comparison makes; computed, never typed" }),
    services: z.array(serviceComparisonSchema),
    remarks: z.array(z.string()),
  })
  .meta({ id: "Comparison" });
export type ComparedSets = z.infer<typeof comparisonSchema>;
