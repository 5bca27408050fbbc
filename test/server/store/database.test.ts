import { sql } from "kysely";
import { expect, it } from "vitest";
import { openDatabase } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";

onBothDatabases("the database", (fresh) => {
  it("keeps moments, days, bytes and texts as they were written", async () => {
    const database = await openDatabase(await fresh());
    const release = {
      set_name: "neck",
      version: "1.0.0",
      digest: "sha256:0",
      meaning: "sha256:1",
      file: "neck-1.0.0.tgz",
      manifest: "{}",
      payload: new Uint8Array([0, 1, 255]),
      attestation: "{}",
      effective_from: "2026-01-31",
      published_at: new Date("2026-01-31T23:30:00.123Z"),
    };
    await database.insertInto("release").values(release).execute();
    const read = await database.selectFrom("release").selectAll().executeTakeFirstOrThrow();
    expect({ ...read, payload: [...read.payload] }).toEqual({
      ...release,
      change_id: null,
      effective_to: null,
      payload: [0, 1, 255],
    });
    await database.destroy();
  });

  it("never changes or removes a row of what is only added to", async () => {
    const database = await openDatabase(await fresh());
    const row = { seq: 1, at: "", actor: "", action: "", subject: "", detail: "{}", previous: "", hash: "" };
    await database.insertInto("audit").values(row).execute();
    for (const statement of ["update audit set actor = 'x'", "delete from audit", "truncate audit"])
      await expect(sql.raw(statement).execute(database)).rejects.toThrow("never changed or removed");
    await database.destroy();
  });
});
