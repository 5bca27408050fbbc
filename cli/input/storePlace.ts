import { join, resolve } from "node:path";
import type { StorePlace } from "../../server/store/index.ts";
import type { Terminal } from "../terminal.ts";

/** Where what the server keeps stands: where `--data` says, else in the PostgreSQL of `DATABASE_URL`, else beside the guideline sets. */
export function storePlace(terminal: Terminal, data: string | undefined, guidelines: string): StorePlace {
  const url = terminal.environment["DATABASE_URL"] ?? "";
  if (data === undefined && url !== "") return { kind: "postgres", url };
  return {
    kind: "folder",
    path: data === undefined ? join(guidelines, ".precept", "store") : resolve(terminal.folder, data),
  };
}

/** Where the secret is kept that seals signing keys, when `PRECEPT_KEY_SECRET` is not given: never in the database. */
export function secretFile(place: StorePlace, guidelines: string): string {
  return join(place.kind === "folder" ? place.path : join(guidelines, ".precept"), "key-secret");
}
