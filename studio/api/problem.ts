/** Why a request did not do what was asked. `unreachable`: no answer at all; nothing was lost, try again. */
export type Problem =
  | { readonly kind: "unreachable" }
  | { readonly kind: "changed meanwhile"; readonly current: { readonly text: string; readonly etag: string } | null }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly detail: string;
      /** What a case states and a release does not know: the case may be determined without. */
      readonly unknown: readonly string[];
    };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly current?: { readonly text: string; readonly etag: string } | null;
  readonly unknown?: readonly { readonly name: string }[];
}

/** Reads an error response (problem+json, or whatever a proxy made of it). */
export async function readProblem(response: Response): Promise<Problem> {
  const body = await readBody(response);
  const detail = body.detail ?? body.title ?? `The server answered ${response.status}.`;
  if (response.status === 412) return { kind: "changed meanwhile", current: body.current ?? null };
  // A proxy in front of a stopped server answers for it.
  if (response.status === 502 || response.status === 503 || response.status === 504) return { kind: "unreachable" };
  const unknown = (body.unknown ?? []).map(({ name }) => name);
  return { kind: "refused", status: response.status, detail, unknown };
}

async function readBody(response: Response): Promise<ProblemBody> {
  try {
    // Outside data: the server's problem+json; every field is optional and read with a fallback.
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}

/** A problem as a sentence for the person at the screen. */
export function problemText(problem: Problem): string {
  if (problem.kind === "unreachable") return "The server does not answer.";
  if (problem.kind === "changed meanwhile") return "Somebody else saved the file meanwhile.";
  return problem.detail;
}
