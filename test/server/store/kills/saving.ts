import { z } from "zod";
import { writtenSchema } from "../../../../server/protocol/index.ts";
import { type Asker, ask } from "./asking.ts";
import { sha256Hex } from "../../../../engine/digest/index.ts";
import type { Ledger, SavedFile } from "./ledger.ts";
import { nextText } from "./texts.ts";

/** Saves another text of a file over the last one; what the answer says is noted. */
export async function save(author: Asker, file: SavedFile): Promise<void> {
  const last = file.etags.at(-1);
  const headers: Record<string, string> = last === undefined ? { "if-none-match": "*" } : { "if-match": last };
  const body = { text: nextText(), note: "" };
  file.underway = `"${sha256Hex(new TextEncoder().encode(body.text))}"`;
  const address = `/api/sets/${file.set}/files/${file.path}`;
  const { etag } = await ask(author, writtenSchema, "PUT", address, { body, headers });
  file.etags.push(etag);
  file.underway = null;
}

/** Begins the sets of a new ledger. */
export async function beginSets(author: Asker, { files }: Ledger): Promise<void> {
  for (const file of files) {
    await ask(author, z.unknown(), "POST", "/api/sets", { body: { name: file.set, title: file.set } });
    await save(author, file);
  }
}
