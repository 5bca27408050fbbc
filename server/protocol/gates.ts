import { z } from "zod";

/** What must be so of a round before it may be published. */
export const gateNameSchema = z
  .enum(["errors", "cases", "adequacy", "transitions", "citations", "proofs", "approval"])
  .meta({ id: "GateName" });

export const gateSchema = z
  .object({
    gate: gateNameSchema,
    state: z.enum(["passed", "failed", "waived", "not yet"]).meta({
      description: "`not yet`: nothing is wrong, but it is not known, or somebody still has to do something",
    }),
    sentence: z.string().meta({ description: "What is so, and what to do next" }),
    waivable: z.boolean().meta({ description: "Whether a publisher may waive it, with a reason" }),
  })
  .meta({ id: "Gate" });
export type Gate = z.infer<typeof gateSchema>;
