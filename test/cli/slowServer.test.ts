import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { releasesAt } from "../../cli/remote/index.ts";
import { begun, day } from "../engine/attestation/attested.ts";
import { grow } from "../../server/publishing/attest.ts";
import { makeSigningKey } from "../../server/publishing/keys/index.ts";

const summary = (name: string) => ({ name, title: name, guidelines: 1, cases: 1, latest: null, changed: false });
const hash = (sign: string) => sign.repeat(64);

test("a server that never says which of its thousand sets a release is of is not waited for a thousand times", async () => {
  const release = {
    type: "release" as const,
    set: "knees",
    version: "1.0.0",
    from: "2026-04-01",
    content: `sha256:${hash("a")}`,
    meaning: `sha256:${hash("b")}`,
    payload: hash("c"),
    statement: hash("d"),
    signatures: hash("e"),
    at: day(9),
  };
  const key = await makeSigningKey(day(2), null);
  const { added, head } = await grow([], [begun, release], key, day(9));
  const sets = Array.from({ length: 1000 }, (_, index) => summary(`set-${index}`));
  const answers: Record<string, unknown> = {
    "/api/log/head": head,
    "/api/log/entries?from=0": { from: 0, entries: added, next: null },
    "/api/sets": { sets, removed: [] },
  };
  let asked = 0;
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    if (answer === undefined) asked += 1;
    else response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  // A server listens on an address with a port; only a pipe has none.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const found = await releasesAt({ url, token: null }, 200);
  if (!found.ok) throw new Error(found.problem);
  expect(await found.value.payload(release)).toEqual({
    kind: "failed",
    problem: `${url} takes too long to say which set the release is of.`,
  });
  expect(asked).toBe(1);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
