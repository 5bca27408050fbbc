import type { Context } from "hono";
import type { Credential } from "../protocol/index.ts";
import { buildInThread, openPlans, type PublishingSources } from "../reviews/index.ts";
import type { Database } from "../store/index.ts";
import { clockIsBehind } from "../store/index.ts";
import { engineBundle } from "../engines/index.ts";
import { credentialBarrier } from "./credentialBarrier.ts";
import { problem, traceOf } from "./problems.ts";
import type { Workspace } from "./workspace.ts";

/** What the routes of reviews work with. */
export interface ReviewDesk {
  readonly database: Database;
  readonly access: Workspace["access"];
  readonly clock: () => Date;
  readonly report: Workspace["report"];
  readonly sources: PublishingSources;
}

/** Its thread is started when the first plan is asked for; closed by whoever made it. */
export function reviewDeskOf({ database, access, clock, report, keySecret = null }: Workspace): ReviewDesk {
  const plans = openPlans(database, clock, (error) => report(`500 plan ${traceOf(error)}`));
  const sources = { plans, mode: access.mode, secret: keySecret, engine: engineBundle, build: buildInThread, clock };
  return { database, access, clock, report, sources };
}

/**
 * What every signature needs: a clock that is right, and that the person shows again who they are (21 CFR 11.200). `null`: both are
 * so.
 */
export async function signingBarrier(c: Context, { database, access, clock }: ReviewDesk, credential: Credential) {
  const behind = await clockIsBehind(database, clock());
  if (behind !== null) return problem(c, 503, behind);
  return credentialBarrier(c, access, credential);
}
