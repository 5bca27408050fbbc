import { beforeAll, describe, expect, test } from "vitest";
import {
  asJwks,
  type Decoded,
  decodeAttestation,
  decodeKeySet,
  decodeLog,
  decodePinnedHead,
  encodeLog,
} from "../../../engine/attestation/index.ts";
import { type Attested, attested } from "./attested.ts";

let good: Attested;
beforeAll(async () => {
  good = await attested();
});

const bytesOf = (data: unknown) => new TextEncoder().encode(typeof data === "string" ? data : JSON.stringify(data));
const problemIn = (read: Decoded<unknown>) => (read.ok ? "none" : read.problem);

describe("a file that is not what it is named as", () => {
  const decoders = { log: decodeLog, attestation: decodeAttestation, keys: decodeKeySet, pin: decodePinnedHead };
  const what = {
    log: /^The log is not .*a log of releases.* Take the `log\.json` that stands beside the releases\.$/,
    attestation: /^The attestation is not .*what is signed of a release.* Take the `\.attestation\.json` that was/,
    keys: /^The key set is not .*a set of public keys \(a JWKS\).* `precept keys jwks` prints one/,
    pin: /^The pinned head is not .*the head of a log.* `precept verify --pin FILE` writes one\.$/,
  };
  const others = [{}, [], null, 7, { keys: {} }, { schema: "precept/x" }, { entries: [{}], head: {} }, { d: 7 }];

  test.each(["log", "attestation", "keys", "pin"] as const)(
    "%s: says what it is meant to be, and what to do",
    (name) => {
      for (const other of others) {
        const said = problemIn(decoders[name](bytesOf(other)));
        expect(said).toMatch(what[name]);
        // The words of the library that decodes are for programmers.
        expect(said).not.toMatch(/invalid|expected|received|undefined|unrecognized/i);
      }
      expect(problemIn(decoders[name](bytesOf("no JSON")))).toMatch(/ is not JSON in UTF-8\. .+\.$/);
      expect(problemIn(decoders[name](bytesOf({ schema: "precept/set/1" })))).toMatch(
        /^This is a `precept\/set\/1`, not /,
      );
    },
  );

  test("says at which place it goes wrong", () => {
    const { log } = good.evidence;
    const entries = log.entries.map((leaf) => (leaf.type === "release" ? { ...leaf, from: undefined } : leaf));
    const at = entries.findIndex(({ type }) => type === "release");
    expect(problemIn(decodeLog(bytesOf({ ...log, entries })))).toContain(`: it goes wrong at \`entries.${at}.from\`.`);
  });

  test("of an earlier form says so, whatever else is wrong with it", () => {
    const said = problemIn(decodeLog(bytesOf({ schema: "precept/log/1", entries: [] })));
    expect(said).toBe(
      "The log is of the form `precept/log/1`, and this version reads `precept/log/2` alone: ask the version that wrote it.",
    );
  });

  test("written anew by another program says so", () => {
    const text = new TextDecoder().decode(encodeLog(good.evidence.log));
    expect(problemIn(decodeLog(bytesOf(`${text}\n`)))).toMatch(/it was written anew\. Take the `log\.json`/);
  });
});

describe("a private key in the place of public ones", () => {
  const pem = (kind: string) => `-----BEGIN ${kind}-----\nAAAA\n-----END ${kind}-----\n`;

  test("is told as one, however it is kept", () => {
    const [jwk] = asJwks(good.evidence.keys ?? []).keys;
    const d = "A".repeat(43);
    const kept = { schema: "precept/key/1", record: good.evidence.keys?.[0], d };
    const secrets = [{ ...jwk, d }, { keys: [jwk, { ...jwk, d }] }, { keys: [{ kty: "RSA", d }] }, kept];
    for (const secret of [...secrets, pem("PRIVATE KEY"), pem("OPENSSH PRIVATE KEY")])
      expect(problemIn(decodeKeySet(bytesOf(secret)))).toBe(
        "This is a private key, never hand it out; `precept keys jwks` prints the public ones.",
      );
  });

  test("is not what a public one is told as", () => {
    for (const other of [pem("PUBLIC KEY"), { keys: [] }, asJwks(good.evidence.keys ?? [])])
      expect(problemIn(decodeKeySet(bytesOf(other)))).not.toContain("private");
  });
});
