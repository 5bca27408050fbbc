import { z } from "zod";
import { refuse, type Refused } from "./outcome.ts";
import { tooLong, tooShort } from "./passwords.ts";

/** What the library throws to refuse (its `APIError`), decoded so that nothing of the library is loaded where nobody signs in. */
const thrownSchema = z.object({
  statusCode: z.number().int().max(499),
  body: z.object({ code: z.string() }).optional(),
});

/** The library's code for its refusal; `null` when this is no refusal but a mistake or a broken database. */
function codeOf(error: unknown): string | null {
  const thrown = error instanceof Error ? thrownSchema.safeParse({ ...error }).data : undefined;
  return thrown === undefined ? null : (thrown.body?.code ?? "");
}

/** What the library answers, or its refusal as `known` tells it by code; `*` is any other. */
export async function answerOrRefusal<T>(
  asked: Promise<T>,
  known: Readonly<Record<string, Refused>>,
): Promise<{ readonly ok: true; readonly value: T } | Refused> {
  try {
    return { ok: true, value: await asked };
  } catch (error) {
    const code = codeOf(error);
    const refusals: Readonly<Record<string, Refused>> = { ...passwordRefusals, ...known };
    const refused = code === null ? undefined : (refusals[code] ?? refusals["*"]);
    if (refused === undefined) throw error;
    return refused;
  }
}

const passwordRefusals = {
  PASSWORD_TOO_SHORT: refuse(422, tooShort),
  PASSWORD_TOO_LONG: refuse(422, tooLong),
};
