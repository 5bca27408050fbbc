import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { asJwks } from "../../../engine/attestation/index.ts";
import { archiveStem, setTexts, verifyRelease } from "../../../engine/release/index.ts";
import { releaseListSchema, releaseTextsSchema } from "../../protocol/index.ts";
import { storedReleases } from "../../publishing/index.ts";
import { releaseNameOf } from "../../store/names/index.ts";
import { problem, refusalProblem } from "../problems.ts";
import { releasesOf } from "../releasesOf.ts";
import { asRelease } from "../releaseViews.ts";
import type { Workspace } from "../workspace.ts";
import { json, refused } from "./describe.ts";

const path = "/api/sets/{set}/releases";
const oneParams = z.object({ set: z.string(), version: z.string().max(40) });

const list = createRoute({
  method: "get",
  path,
  summary: "The releases of a set, the latest first",
  request: { params: z.object({ set: z.string() }) },
  responses: { 200: json("The releases", releaseListSchema), default: refused },
});

const read = createRoute({
  method: "get",
  path: `${path}/{version}`,
  summary: "One release with the text of all its files",
  request: { params: oneParams },
  responses: { 200: json("The release", releaseTextsSchema), default: refused },
});

const types = { payload: "application/gzip", attestation: "application/json" } as const;
type File = keyof typeof types;

const fileOf = (file: File, summary: string) =>
  createRoute({
    method: "get",
    path: `${path}/{version}/${file}`,
    summary,
    request: { params: oneParams },
    responses: {
      200: {
        description: "Its bytes",
        content: { [types[file]]: { schema: z.string().meta({ format: "binary" }) } },
      },
      default: refused,
    },
  });

const payload = fileOf("payload", "The archive of a release, byte for byte as it was published");
const attestation = fileOf("attestation", "What is signed of a release, and where it stands in the log");

export function releaseRoutes(app: OpenAPIHono, { database }: Workspace): void {
  const released = async (set: string, version: string) => {
    const name = await releaseNameOf(database, set);
    return name === null ? null : storedReleases(database).read(name, version);
  };
  app.openapi(list, async (c) => {
    const found = await releasesOf(database, c.req.valid("param").set);
    if (!found.ok) return refusalProblem(c, found.refusal);
    const { releases, damaged } = found.value;
    return c.json({ releases: releases.map(asRelease), damaged: [...damaged] }, 200);
  });
  app.openapi(read, async (c) => {
    const { set, version } = c.req.valid("param");
    const files = await released(set, version);
    const verified = files === null ? null : await verifyRelease(files.payload);
    if (verified?.ok !== true) return problem(c, 404, `There is no release ${version} of this set that can be read.`);
    return c.json({ version, files: [...setTexts(verified.files)] }, 200);
  });
  for (const [file, route] of [
    ["payload", payload],
    ["attestation", attestation],
  ] as const)
    app.openapi(route, async (c): Promise<Response> => {
      const { set, version } = c.req.valid("param");
      const bytes = (await released(set, version))?.[file] ?? null;
      if (bytes === null) return problem(c, 404, `There is no release ${version} of this set.`);
      const name = await releaseNameOf(database, set);
      const end = file === "payload" ? "tgz" : "attestation.json";
      return c.body(Uint8Array.from(bytes), 200, {
        "content-type": types[file],
        "content-disposition": `attachment; filename="${fileStem(archiveStem(name ?? set))}-${version}.${end}"`,
      });
    });
  app.get("/.well-known/jwks.json", async (c) => c.json(asJwks(await storedReleases(database).keys())));
}

/** What is fit for a header and the name of a file. */
const fileStem = (name: string): string => name.replaceAll(/[^A-Za-z0-9._+-]/g, "-");
