import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { onlyPermitted } from "../access/index.ts";
import { createDeterminer, type Determiner } from "../determinations/index.ts";
import { hostOnly, jsonBodyOnly, limitBody, sameOriginOnly, securityHeaders, utf8BodyOnly } from "./guards.ts";
import { problem, thrownProblem } from "./problems.ts";
import {
  accountRoutes,
  attributionRoutes,
  auditRoutes,
  backupRoutes,
  decisionRoutes,
  changeRoutes,
  commentRoutes,
  determinationRoutes,
  dueRoutes,
  earlierReleaseRoutes,
  fileRoutes,
  healthRoutes,
  historyRoutes,
  keyRoutes,
  letterRoutes,
  logRoutes,
  peopleRoutes,
  pushRoutes,
  releaseRoutes,
  removalRoutes,
  roundTextRoutes,
  sessionRoutes,
  setRoutes,
  signingRoutes,
  signInRoutes,
} from "./routes/index.ts";
import { type Refusals, refusalsTo, tellRefused } from "./refusals.ts";
import { type ReviewDesk, reviewDeskOf } from "./reviewDesk.ts";
import { serveStudio } from "./studio.ts";
import type { Workspace } from "./workspace.ts";

/** The whole server as a function from request to response; nothing listens yet. `determiner`, `desk`: closed by whoever made them. */
export function createApp(
  workspace: Workspace,
  determiner: Determiner = determinerOf(workspace),
  desk: ReviewDesk = reviewDeskOf(workspace),
  refusals: Refusals = refusalsTo(workspace.report),
): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.onError((error, c) => thrownProblem(error, c, workspace.report));
  const { address } = workspace.access;
  app.use(tellRefused(refusals), securityHeaders(address), hostOnly(address));
  app.use("/api/*", sameOriginOnly(address), freshAnswer);
  // Of who may not ask, no body is read.
  app.use(onlyPermitted(workspace.access, problem));
  app.use("/api/*", jsonBodyOnly, limitBody, utf8BodyOnly);
  healthRoutes(app, workspace);
  sessionRoutes(app, workspace);
  signInRoutes(app, workspace);
  accountRoutes(app, workspace);
  peopleRoutes(app, workspace);
  attributionRoutes(app, workspace);
  setRoutes(app, workspace);
  removalRoutes(app, workspace);
  fileRoutes(app, workspace);
  historyRoutes(app, workspace);
  pushRoutes(app, workspace);
  releaseRoutes(app, workspace);
  logRoutes(app, workspace);
  keyRoutes(app, desk);
  letterRoutes(app, workspace, determiner);
  changeRoutes(app, desk);
  signingRoutes(app, desk);
  commentRoutes(app, desk);
  roundTextRoutes(app, desk);
  earlierReleaseRoutes(app, desk);
  dueRoutes(app, desk);
  determinationRoutes(app, { ...workspace, determiner });
  decisionRoutes(app, workspace, determiner);
  auditRoutes(app, workspace);
  backupRoutes(app, workspace);
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Precept",
      version: "1",
      description: "Guideline sets of one workspace.",
    },
  });
  serveStudio(app, workspace.studio);
  return app;
}

/** Its threads are started when the first case is determined. */
export function determinerOf({ database, clock, report, keeping = null, keySecret = null }: Workspace): Determiner {
  return createDeterminer(database, { clock, report, keeping, secret: keySecret });
}

/** Answers of the API show files as they are now and are never kept. */
async function freshAnswer(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  // `c.header` would take the answer apart and make it anew, as a stream.
  c.res.headers.set("cache-control", "no-store");
}

function refuseInvalid(result: { success: true } | { success: false; error: z.ZodError }, c: Context) {
  if (result.success) return undefined;
  const sentences = result.error.issues.map((issue) => `${issue.path.join(".") || "the body"}: ${issue.message}`);
  return problem(c, 422, `${sentences.join("; ")}.`);
}
