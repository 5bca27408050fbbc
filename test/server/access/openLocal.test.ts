import { expect, it } from "vitest";
import { addPerson, openLocal } from "../../../server/access/index.ts";
import { type Database, openDatabase } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";

onBothDatabases("a store opened without accounts", (fresh) => {
  const now = new Date("2026-03-01T12:00:00Z");
  const opened = async (use: (database: Database) => Promise<void>) => {
    const database = await openDatabase(await fresh());
    try {
      await use(database);
    } finally {
      await database.destroy();
    }
  };
  const open = (database: Database, evenIfTeam: boolean, name = "Chief Medical Officer") =>
    openLocal(database, { name, evenIfTeam }, () => now);
  const told = (database: Database) =>
    database.selectFrom("audit").select(["actor", "detail"]).where("action", "=", "open as one person").execute();

  it("is for the one person at this machine, where nobody is listed", () =>
    opened(async (database) => {
      expect(await open(database, false)).toMatchObject({ ok: true, value: { mode: "local" } });
      expect(await told(database)).toEqual([]);
    }));

  it("is refused where people are listed, also when none may enter any more, and remembers no name", () =>
    opened(async (database) => {
      const ann = { name: "Ann", email: "ann@precept.example", roles: ["admin" as const] };
      await addPerson(database, { id: "command line" }, ann, now);
      await database.updateTable("person").set({ active: false }).execute();
      expect(await open(database, false)).toMatchObject({ ok: false, detail: expect.stringMatching(/a team's/) });
      expect(await database.selectFrom("setting").selectAll().execute()).toEqual([]);
      expect(await open(database, true)).toMatchObject({ ok: true, value: { mode: "local" } });
      expect(await told(database)).toEqual([{ actor: "local", detail: '{"name":"Chief Medical Officer"}' }]);
    }));
});
