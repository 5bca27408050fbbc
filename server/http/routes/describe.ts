import type { z } from "@hono/zod-openapi";
import { PROBLEM_TYPE, problemSchema } from "../../protocol/index.ts";

/** A JSON answer in the form `createRoute` wants it. */
export function json<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { "application/json": { schema } } };
}

export function problemOf<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { [PROBLEM_TYPE]: { schema } } } as const;
}

/** Every refusal that has no shape of its own. */
export const refused = problemOf("What was asked for was not done, and why", problemSchema);

/** A required JSON body. */
export function body<S extends z.ZodType>(schema: S) {
  return {
    required: true,
    content: { "application/json": { schema } },
  } as const;
}
