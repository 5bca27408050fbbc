import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { administrationSchema } from "../../protocol/index.ts";
import { record, writeBackup } from "../../store/index.ts";
import { credentialBarrier } from "../credentialBarrier.ts";
import type { Workspace } from "../workspace.ts";
import { body, refused } from "./describe.ts";

const BACKUP_TYPE = "application/gzip";

const make = createRoute({
  method: "post",
  path: "/api/backup",
  summary: "Makes one file of everything the store keeps, for `precept restore`",
  request: { body: body(administrationSchema) },
  responses: {
    200: { description: "The backup", content: { [BACKUP_TYPE]: { schema: z.string().meta({ format: "binary" }) } } },
    default: refused,
  },
});

export function backupRoutes(app: OpenAPIHono, { access, database, clock }: Workspace): void {
  app.openapi(make, async (c): Promise<Response> => {
    const barrier = await credentialBarrier(c, access, c.req.valid("json").credential);
    if (barrier !== null) return barrier;
    const at = clock();
    // Written first, so that nobody waits for the database as long as a slow reader takes.
    const folder = await mkdtemp(join(tmpdir(), "precept-backup-"));
    const remove = () => rm(folder, { recursive: true, force: true });
    const file = join(folder, "backup");
    try {
      await writeBackup(database, file, at);
      const event = { actor: c.get("actor").id, action: "make backup", subject: "", detail: {}, at };
      await database.transaction().execute((transaction) => record(transaction, event));
      const { size } = await stat(file);
      const source = createReadStream(file).once("close", () => void remove());
      const headers = { "content-type": BACKUP_TYPE, "content-length": String(size) };
      return new Response(webStream(source), {
        headers: { ...headers, "content-disposition": `attachment; filename="${nameOf(at)}"` },
      });
    } catch (error) {
      await remove();
      throw error;
    }
  });
}

const nameOf = (at: Date) => `precept-${at.toISOString().slice(0, 19).replaceAll(/[:T]/g, "-")}.backup`;

// as: Node declares its streams apart from those of the platform, which they are
const webStream = (source: Readable) => Readable.toWeb(source) as ReadableStream<Uint8Array> as BodyInit;
