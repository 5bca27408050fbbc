import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { guidelineSetSchema, setListSchema } from "../../protocol/index.ts";
import { openSetFolder } from "../../folders/index.ts";
import { refusalProblem } from "../problems.ts";
import { describeSet, summariseSets } from "../setViews.ts";
import type { Workspace } from "../workspace.ts";
import { json, refused } from "./describe.ts";

const list = createRoute({
  method: "get",
  path: "/api/sets",
  summary: "The guideline sets of the workspace",
  responses: {
    200: json("Each set in short", setListSchema),
    default: refused,
  },
});

const read = createRoute({
  method: "get",
  path: "/api/sets/{set}",
  summary: "One guideline set with the text of all its files",
  request: { params: z.object({ set: z.string() }) },
  responses: { 200: json("The set", guidelineSetSchema), default: refused },
});

export function setRoutes(app: OpenAPIHono, workspace: Workspace): void {
  app.openapi(list, async (c) => c.json({ sets: await summariseSets(workspace.guidelines) }, 200));
  app.openapi(read, async (c) => {
    const set = await openSetFolder(workspace.guidelines, c.req.valid("param").set);
    if (!set.ok) return refusalProblem(c, set.refusal);
    const described = await describeSet(set.value);
    return described.ok ? c.json(described.value, 200) : refusalProblem(c, described.refusal);
  });
}
