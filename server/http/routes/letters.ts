import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Determiner } from "../../determinations/index.ts";
import { letterRequestSchema } from "../../protocol/index.ts";
import { readDraft } from "../../store/drafts/index.ts";
import { releasesOf } from "../releasesOf.ts";
import { problem, refusalProblem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, refused } from "./describe.ts";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

const file = { schema: z.string().meta({ format: "binary" }) };

const write = createRoute({
  method: "post",
  path: "/api/letters",
  summary: "The determination letter of a case as a file",
  request: { body: body(letterRequestSchema) },
  responses: {
    200: { description: "The letter", content: { [types.docx]: file, [types.pdf]: file } },
    default: refused,
  },
});

export function letterRoutes(app: OpenAPIHono, workspace: Workspace, determiner: Determiner): void {
  app.openapi(write, async (c): Promise<Response> => {
    const asked = c.req.valid("json");
    const draft = await readDraft(workspace.database, asked.set);
    if (!draft.ok) return refusalProblem(c, draft.refusal);
    const published = await releasesOf(workspace.database, asked.set);
    if (!published.ok) return refusalProblem(c, published.refusal);
    const releases = published.value.releases.map(({ manifest }) => manifest);
    const files = draft.value.files.map(({ path, text }) => ({ path, text }));
    const wanted = { files, releases, path: asked.case, caseText: asked.caseText ?? null };
    const made = await determiner.letter(c.get("actor"), wanted, asked.format);
    if (made.kind === "refused") return problem(c, made.status, made.detail);
    // Copied, because the letter's bytes may be a view of a larger buffer.
    return c.body(Uint8Array.from(made.bytes).buffer, 200, {
      "content-type": types[asked.format],
      "content-disposition": `attachment; filename="letter.${asked.format}"`,
    });
  });
}
