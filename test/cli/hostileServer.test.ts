import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Workplace, workplace } from "./precept.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace({});
});
afterEach(() => place.leave());

const hashed = (path: string, text: string) => ({
  path,
  text,
  sha256: createHash("sha256").update(text).digest("hex"),
});

/** Pulls from a server that answers with this. */
async function pullFrom(
  answer: string,
  status = 200,
  headers = {},
): Promise<{ readonly code: number; readonly err: string }> {
  const server = createServer((_, response) => void response.writeHead(status, headers).end(answer));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // A server listens on an address with a port; only a pipe has none.
  const { port } = server.address() as AddressInfo;
  const ran = await place.precept(`pull necks --server http://127.0.0.1:${port}`);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return ran;
}

describe("a hostile server", () => {
  const fine = hashed("set.yaml", "x");
  const answered = (...files: readonly unknown[]) =>
    JSON.stringify({ set: "necks", revision: 1, files: [fine, ...files], unread: [] });

  test.each([
    ["a path up and out", answered(hashed("../evil.guideline", "x"))],
    ["a path up and out below a folder", answered(hashed("cases/../../evil.yaml", "x"))],
    ["an absolute path", answered(hashed("/tmp/evil.guideline", "x"))],
    ["a path of Windows", answered(hashed("..\\evil.guideline", "x"))],
    ["a hidden file", answered(hashed(".bashrc", "x"))],
    ["a file of another kind", answered(hashed("package.json", "x"))],
    ["its own record", answered(hashed(".precept/pulled.json", "x"))],
    ["a file named twice", answered(fine)],
    ["files that are one on some systems", answered(hashed("a.guideline", "x"), hashed("A.guideline", "x"))],
    ["another text than its hash", answered({ ...hashed("a.guideline", "x"), text: "y" })],
    ["half a surrogate pair", answered(hashed("a.guideline", "\ud800"))],
    ["a NUL", answered(hashed("a.guideline", "\0"))],
    ["a text over 1 MB", answered(hashed("a.guideline", "x".repeat(1024 * 1024 + 1)))],
    ["5,001 files", answered(...Array.from({ length: 5000 }, (_, at) => hashed(`${at}.md`, "")))],
    ["another set", answered().replace("necks", "knees")],
    ["another shape", '{"files":[]}'],
    ["no JSON", "<html>"],
    ["an endless nest", "[".repeat(100_000)],
  ])("that sends %s has nothing written", async (_, answer) => {
    const { code, err } = await pullFrom(answer);
    expect([code, err]).toEqual([2, expect.stringMatching(/^precept: What .* (?:sent is not used|is not Precept)/)]);
    expect(await readdir(place.folder)).toEqual([]);
  });

  test("that sends elsewhere is not followed, so that it gets no token of another", async () => {
    const { code, err } = await pullFrom("", 302, { location: "http://127.0.0.1:1/api/sets/necks/pull" });
    expect([code, err]).toEqual([2, expect.stringContaining("is not Precept (302)")]);
  });
});
