import { z } from "zod";
import type { Checked } from "../../../dsl/index.ts";
import { diagnosticsOf } from "./misfits.ts";
import { plain, type YamlFile } from "./tree.ts";

/**
 * A map with these names and no other. Its complaint about an unknown name carries the known ones, so that the diagnostic
 * can list and suggest them.
 */
export function form<S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape).filter((key) => !key.startsWith("$"));
  const strict = z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known.join(", ") : undefined),
  });
  return strict.check(({ issues }) => {
    for (const [at, issue] of issues.entries()) issues[at] = ending(issue);
  });
}

/**
 * Zod goes on after an unknown name, and a union then answers with the one shape that could go on, whatever the others
 * say. A shape with an unknown name is no better than one with a wrong date: all of them are weighed.
 */
function ending(issue: z.core.$ZodRawIssue): z.core.$ZodRawIssue {
  return issue.code === "unrecognized_keys" ? { ...issue, continue: false } : issue;
}

/** A problem that a schema's own check finds: its code, a sentence and a hint travel in `params`. */
export interface Misfit {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What a schema's `.check` pushes for a misfit. */
export function misfit(input: unknown, { code, message, hint }: Misfit, path: PropertyKey[] = []): z.core.$ZodRawIssue {
  return { code: "custom", input, message, path, params: { code, hint } };
}

/** The data of a file in the shape of a schema; `null`, with a diagnostic for each thing that does not fit. */
export function decodeShape<T>(schema: z.ZodType<T>, file: YamlFile): Checked<T | null> {
  const result = schema.safeParse(plain(file.tree));
  if (result.success) return { value: result.data, diagnostics: [] };
  return { value: null, diagnostics: diagnosticsOf(file, result.error.issues, []) };
}
