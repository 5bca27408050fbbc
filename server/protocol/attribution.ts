import { z } from "zod";
import { said } from "./said.ts";
import { credentialSchema } from "./session.ts";

export const unattributedSchema = z
  .object({ sets: z.array(z.object({ set: z.string(), paths: z.array(z.string()) })) })
  .meta({ id: "Unattributed", description: "Texts that came from a folder, or from before there were accounts" });
export type Unattributed = z.infer<typeof unattributedSchema>;

export const attributionRequestSchema = z
  .object({
    set: said(300).min(1),
    people: z.array(said(100).min(1)).min(1).max(100).meta({
      description: "The ids of everybody who wrote any of it: none of them may approve it",
    }),
    credential: credentialSchema.default({}),
  })
  .meta({ id: "Attribution" });

export const attributedSchema = z.object({ files: z.number().int() }).meta({ id: "Attributed" });
