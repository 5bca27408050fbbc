import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  type Determined,
  type Determiner,
  type Keeping,
  outcomesOf,
  readReferences,
  type Refused,
  withDecisions,
} from "../../determinations/index.ts";
import {
  comparisonRequestSchema,
  determinationListSchema,
  determinationOutcomesSchema,
  determinationQuerySchema,
  determinationRecordSchema,
  determinationRequestSchema,
  refusedCaseSchema,
  thenAndNowSchema,
} from "../../protocol/index.ts";
import type { Database } from "../../store/index.ts";
import { problemBody, problemHeaders } from "../problems.ts";
import { body, json, problemOf, refused } from "./describe.ts";

const path = "/api/determinations";

const make = createRoute({
  method: "post",
  path,
  summary: "Determines a case with the release in force at its service date",
  description:
    "The answer is the record, byte for byte as it replays; `Location` names the reference that the server keeps of it.",
  request: { body: body(determinationRequestSchema) },
  responses: {
    201: json(
      "The record, or with `detail: outcomes` only what it comes to",
      z.union([determinationRecordSchema, determinationOutcomesSchema]),
    ),
    422: problemOf("Nothing was determined, and why; what is wrong with the case", refusedCaseSchema),
    default: refused,
  },
});

const compare = createRoute({
  method: "post",
  path: `${path}/comparison`,
  summary: "One case under two editions: what changed, and which text changed it; nothing is noted of it",
  request: { body: body(comparisonRequestSchema) },
  responses: { 200: json("Service by service, criterion by criterion", thenAndNowSchema), default: refused },
});

const list = createRoute({
  method: "get",
  path,
  summary:
    "What was determined and what reviewers decided on it, the latest first: references, nothing that a case says",
  request: { query: determinationQuerySchema },
  responses: { 200: json("A page of references", determinationListSchema), default: refused },
});

/** What the routes of determinations work with. */
export interface DeterminationDesk {
  readonly database: Database;
  readonly determiner: Determiner;
  readonly keeping?: Keeping | null;
}

export function determinationRoutes(
  app: OpenAPIHono,
  { database, determiner, keeping = null }: DeterminationDesk,
): void {
  // The body is read once, as text: a case is taken as it was sent.
  app.openAPIRegistry.registerPath(make);
  app.post(path, async (c) => {
    const answer = await determiner.determine(c.get("actor"), await c.req.text());
    return answer.kind === "refused" ? refusal(c, answer) : determined(c, answer);
  });
  app.openAPIRegistry.registerPath(compare);
  app.post(`${path}/comparison`, async (c) => {
    const answer = await determiner.compare(c.get("actor"), await c.req.text());
    return answer.kind === "refused" ? refusal(c, answer) : c.json(answer.value, 200);
  });
  app.openapi(list, async (c) => {
    const { set = null, case: of = null, decided, before = null, limit } = c.req.valid("query");
    const page = await readReferences(database, { set, of, isDecided: decided === "yes", before, limit });
    return c.json(
      { determinations: await withDecisions(database, keeping, page.references), before: page.before },
      200,
    );
  });
}

function determined(c: Context, answer: Determined): Response {
  const location = `${path}/${answer.reference.id}`;
  if (answer.detail === "outcomes") return c.json(outcomesOf(answer), 201, { location });
  return c.body(answer.record, 201, { location, "content-type": "application/json" });
}

function refusal(c: Context, { status, detail, problems, unknown }: Refused): Response {
  return c.json(
    {
      ...problemBody(status, detail),
      ...(problems.length === 0 ? {} : { problems }),
      ...(unknown.length === 0 ? {} : { unknown }),
    },
    status,
    problemHeaders,
  );
}
