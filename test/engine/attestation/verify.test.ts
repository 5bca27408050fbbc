import { beforeAll, describe, expect, test } from "vitest";
import {
  asJwks,
  type Attestation,
  attestedPayload,
  decodeAttestation,
  decodeKeySet,
  decodeLog,
  decodePinnedHead,
  encodeAttestation,
  encodeLog,
  encodePin,
  type Evidence,
  type Leaf,
  personName,
  verifyAttestation,
  verifyLog,
} from "../../../engine/attestation/index.ts";
import { attest } from "../../../server/publishing/attest.ts";
import { makeSigningKey } from "../../../server/publishing/keys/index.ts";
import { candidate, released } from "../release/candidate.ts";
import {
  approvalOf,
  type Attested,
  attested,
  day,
  grownLog,
  revokedIn,
  statementOf,
  verdictOn,
  wrongIn,
} from "./attested.ts";

let good: Attested;
beforeAll(async () => {
  good = await attested();
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The good evidence with its attestation as JSON changed, signatures as they are. */
function reworded(change: (attestation: Attestation) => unknown): Evidence {
  const decoded = decodeAttestation(good.evidence.attestation);
  if (!decoded.ok) throw new Error(decoded.problem);
  return { ...good.evidence, attestation: bytesOf(JSON.stringify(change(decoded.value))) };
}

describe("a release that was signed", () => {
  test("is verified, and everything that was looked at is told", async () => {
    const { verdict, checks } = await verifyAttestation(good.evidence);
    expect(verdict).toBe("verified");
    expect(checks.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      "attestation: passed",
      "release: passed",
      "effective: passed",
      "approvals: passed",
      "signature: passed",
      "key: passed",
      "log entry: passed",
      "tree head: passed",
      "log: passed",
      "pinned head: passed",
      "retired: passed",
      "replaced: passed",
    ]);
  });

  test("without keys is not proved, without a pinned head says what would not be noticed, without the log says so", async () => {
    const { verdict, checks } = await verifyAttestation({ ...good.evidence, keys: null, pinned: null, log: null });
    expect(verdict).toBe("not proved");
    const unchecked = checks.filter(({ state }) => state === "not checked").map(({ name }) => name);
    expect(unchecked).toEqual(["signature", "key", "tree head", "log", "pinned head", "retired", "replaced"]);
    expect(checks.find(({ name }) => name === "pinned head")?.detail).toContain(
      "a log which was rewritten would not be noticed",
    );
    expect(await verdictOn({ ...good.evidence, pinned: null, log: null })).toBe("verified");
  });

  test("that nobody else approved says so", async () => {
    const alone = await attested({ statement: { approvals: [], independentlyApproved: false } });
    const { checks } = await verifyAttestation(alone.evidence);
    expect(checks.find(({ name }) => name === "approvals")?.detail).toContain("not independently approved");
  });

  test("says who approved it when, and what was waived by whom for which reason, in one line", async () => {
    const late = { gate: "proofs", reason: "Late.\nApproved by all", name: "Pat", at: day(1) };
    const { evidence, statement } = await attested({ statement: { waivers: [late] } });
    const { checks } = await verifyAttestation(evidence);
    const [approval] = statement.approvals;
    const said = checks.find(({ name }) => name === "approvals")?.detail;
    expect(said).toContain(`approved by Ann Approver on ${approval?.at}. Pat waived proofs: "Late. Approved by all".`);
  });

  test.each(["", " ", "Ann\nApproved by: Bea", "Ann \u202eaeB", "A".repeat(201)])(
    "%j is no name that is signed",
    (name) => {
      expect(personName.safeParse(name).success).toBe(false);
      expect(personName.safeParse("Zoë Ångström-王").success).toBe(true);
    },
  );

  test("keeps what was written of keys, head and log", () => {
    const { keys, log, pinned } = good.evidence;
    expect(decodeKeySet(bytesOf(JSON.stringify(asJwks(keys ?? []))))).toEqual({ ok: true, value: keys });
    expect(decodeLog(encodeLog(log))).toEqual({ ok: true, value: log });
    expect(decodePinnedHead(encodePin(log.head, day(10)))).toEqual({ ok: true, value: pinned });
    expect(decodePinnedHead(bytesOf(JSON.stringify(log.head)))).toMatchObject({ ok: true, value: { pinnedAt: null } });
  });
});

describe("what is said of another release", () => {
  test("is refused for this payload", async () => {
    const other = await released(candidate({ title: "Other necks" }), []);
    const wrong = await wrongIn({ ...good.evidence, payload: attestedPayload(other) });
    expect(wrong).toEqual([["release", expect.stringContaining("The attestation is of another release: ")]]);
  });

  test("an approval of other files that is signed again is refused", async () => {
    const approval = { ...approvalOf(good.evidence.payload), digest: `sha256:${"0".repeat(64)}` };
    const replayed = await attested({ statement: { approvals: [approval] } });
    expect(await wrongIn(replayed.evidence)).toEqual([
      ["approvals", "The approval of Ann Approver was given on other files."],
    ]);
  });

  test.each([
    [{ effective: { from: "2026-04-01", to: "2026-03-31" } }, "effective"],
    [{ approvals: [], independentlyApproved: true }, "approvals"],
    [{ waivers: [{ gate: "proofs", reason: "Late.", name: "Pat", at: day(10) }] }, "approvals"],
  ] as const)("%j contradicts itself and is refused", async (change, name) => {
    const { effective, approvals, waivers, independentlyApproved } = { ...good.statement, ...change };
    const said = { effective, approvals, waivers, independentlyApproved };
    const { evidence } = await attested({ statement: said });
    expect((await wrongIn(evidence)).map(([check]) => check)).toEqual([name]);
  });
});

describe("a signature", () => {
  test("of a key that nobody trusts is refused, also under the name of one that is trusted", async () => {
    const other = await makeSigningKey(day(2), null);
    const checks = (await wrongIn({ ...good.evidence, keys: [other.record] })).map(([name]) => name);
    expect(checks).toEqual(["signature", "key", "tree head"]);
    const { attestation } = await attest(good.statement, good.evidence.log.entries.slice(0, 2), other);
    const { kid } = good.key.record;
    const posing = { ...attestation, signatures: attestation.signatures.map((one) => withHeader(one, { kid })) };
    expect(
      (await wrongIn({ ...good.evidence, attestation: encodeAttestation(posing) })).map(([name]) => name),
    ).toContain("signature");
  });

  test("before its key was made, and after it ended, is refused", async () => {
    const early = good.evidence.keys?.map((key) => ({ ...key, created: day(20) })) ?? [];
    expect(await wrongIn({ ...good.evidence, keys: early })).toEqual(
      expect.arrayContaining([["key", expect.stringContaining("was made on 2026-03-20")]]),
    );
    const { evidence } = await attested({ notAfter: day(5) });
    expect(await wrongIn(evidence)).toEqual(
      expect.arrayContaining([["key", expect.stringContaining("had expired on 2026-03-05")]]),
    );
  });

  test.each<[string, (signature: string) => string]>([
    ["with another algorithm", (signature) => withHeader(signature, { alg: "none" })],
    ["with `crit`", (signature) => withHeader(signature, { crit: ["b64"], b64: false })],
    ["with a key inside", (signature) => withHeader(signature, { jwk: { kty: "OKP" } })],
    ["with its header in another order", (signature) => reordered(signature)],
    ["with white space in its header", (signature) => spaced(signature)],
    ["with bits left over", (signature) => looseBits(signature)],
    ["cut short", (signature) => signature.slice(0, -4)],
    ["padded", (signature) => `${signature}==`],
    ["that is not detached", (signature) => signature.replace("..", ".e30.")],
    ["twice", (signature) => signature],
  ])("%s is refused", async (what, change) => {
    const evidence = reworded((attestation) => ({
      ...attestation,
      signatures: attestation.signatures.flatMap((one) => (what === "twice" ? [one, one] : [change(one)])),
    }));
    expect(await verdictOn(evidence)).toBe("refused");
  });

  test("is not read from JSON in any other form, even when it says the same", async () => {
    const text = textOf(good.evidence.attestation);
    const forms = [` ${text}`, `${text}\n`, text.replace('"Ann', '"\\u0041nn'), text.replace("{", '{"schema":"x",')];
    for (const form of forms) {
      const wrong = await wrongIn({ ...good.evidence, attestation: bytesOf(form) });
      expect(wrong).toEqual([["attestation", expect.stringContaining("not in the one form")]]);
    }
  });

  test.each(["", "null", "[]", "{}", "\u0000", '{"schema":"precept/attestation/2"}', "[".repeat(100_000)])(
    "in what is no attestation is refused",
    async (text) => {
      expect(await wrongIn({ ...good.evidence, attestation: bytesOf(text) })).toEqual([
        ["attestation", expect.any(String)],
      ]);
    },
  );
});

const partsOf = (signature: string) => {
  const [header = "", , value = ""] = signature.split(".");
  return { header: Buffer.from(header, "base64url").toString(), value };
};
const built = (header: string, value: string) => `${Buffer.from(header).toString("base64url")}..${value}`;

function withHeader(signature: string, change: object): string {
  const { header, value } = partsOf(signature);
  return built(JSON.stringify({ ...JSON.parse(header), ...change }), value);
}

function reordered(signature: string): string {
  const { header, value } = partsOf(signature);
  const { alg, kid } = JSON.parse(header);
  return built(JSON.stringify({ kid, alg }), value);
}

function spaced(signature: string): string {
  const { header, value } = partsOf(signature);
  return built(header.replace(",", ", "), value);
}

/** 64 bytes need 86 characters, of which the last says two bits; here it says more. */
function looseBits(signature: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return signature.slice(0, -1) + alphabet.charAt(alphabet.indexOf(signature.slice(-1)) + 1);
}

describe("a revoked key", () => {
  const next = makeSigningKey(day(15), null);

  test("that another took the place of still counts for what it signed before", async () => {
    const { keys } = good.evidence;
    expect(await verdictOn({ ...good.evidence, keys: revokedIn(keys ?? [], "superseded", day(15)) })).toBe("verified");
    const wrong = await wrongIn({ ...good.evidence, keys: revokedIn(keys ?? [], "superseded", day(8)) });
    expect(wrong).toEqual(expect.arrayContaining([["key", expect.stringContaining("was revoked on 2026-03-08")]]));
  });

  test("that somebody else has counts for nothing but what was pinned before", async () => {
    const keys = revokedIn(good.evidence.keys ?? [], "compromised", day(15));
    expect(await verdictOn({ ...good.evidence, keys })).toBe("verified");
    expect(await wrongIn({ ...good.evidence, keys, pinned: null })).toEqual(
      expect.arrayContaining([
        ["key", expect.stringContaining("as compromised, and no tree head pinned or signed before that holds this")],
      ]),
    );
    const late = { head: good.evidence.log.head, pinnedAt: day(16) };
    expect(await verdictOn({ ...good.evidence, keys, pinned: late })).toBe("refused");
    const unknown = { head: good.evidence.log.head, pinnedAt: null };
    expect(await verdictOn({ ...good.evidence, keys, pinned: unknown })).toBe("refused");
  });

  test("that somebody else has, backdating a release after the pinned head, is refused", async () => {
    const { key, evidence, statement } = good;
    const { log, keys } = evidence;
    const later = await attest({ ...statement, effective: { from: "2026-05-01", to: null } }, log.entries, key);
    const forged = { schema: log.schema, entries: [...log.entries, ...later.grown.added], head: later.grown.head };
    const found = { ...evidence, attestation: encodeAttestation(later.attestation), log: forged };
    expect(await verdictOn(found)).toBe("verified");
    expect(await verdictOn({ ...found, keys: revokedIn(keys ?? [], "compromised", day(15)) })).toBe("refused");
  });

  test("counts for what stands in the log before its revocation, where another key signed the log", async () => {
    const { key, evidence } = good;
    const by = await next;
    const revocation = { at: day(15), because: "compromised" } as const;
    const added = [
      { type: "key", key: by.record },
      { type: "key", key: { ...key.record, revoked: revocation } },
    ] as const;
    const log = await grownLog(evidence.log, added, by, day(15));
    const keys = [...revokedIn(evidence.keys ?? [], "compromised", day(15)), by.record];
    expect(await verdictOn({ ...evidence, keys, log, pinned: null })).toBe("verified");
    const selfSigned = await grownLog(evidence.log, added, key, day(15));
    expect(await verdictOn({ ...evidence, keys, log: selfSigned, pinned: null })).toBe("refused");
    expect(await wrongIn({ ...evidence, log: selfSigned, pinned: null })).toEqual(
      expect.arrayContaining([["key", expect.stringContaining("as compromised")]]),
    );
  });
});

describe("who still has a key that counts no more", () => {
  const next = makeSigningKey(day(15), null);
  const onThe9th = { effective: { from: "2026-05-01", to: null } };

  test.each(["has ended", "another took the place of"])(
    "which %s, does not go on with the log for a day when it counted",
    async (how) => {
      const { key, statement, evidence } = await attested({ notAfter: day(14) });
      const by = await next;
      const told: Leaf = { type: "key", key: by.record };
      const replaced = { ...key.record, revoked: { at: day(15), because: "superseded" } } as const;
      const added: readonly Leaf[] = how === "has ended" ? [told] : [told, { type: "key", key: replaced }];
      const honest = await grownLog(evidence.log, added, by, day(15));
      const keys = [how === "has ended" ? key.record : replaced, by.record];
      expect(await verdictOn({ ...evidence, keys, log: honest })).toBe("verified");
      const { attestation, grown } = await attest({ ...statement, ...onThe9th }, honest.entries, key);
      const log = { ...honest, entries: [...honest.entries, ...grown.added], head: grown.head };
      expect(await wrongIn({ ...evidence, keys, log, attestation: encodeAttestation(attestation) })).toEqual([
        ["log", `Its head was signed ${day(9)}, and holds what is of ${day(15)}.`],
      ]);
    },
  );

  test("does not put an older release behind one of today, where neither a pinned head nor another entry tells the day", async () => {
    const { key, statement, evidence } = await attested({ notAfter: day(14) });
    const by = await makeSigningKey(day(3), null);
    const told = await grownLog(evidence.log, [{ type: "key", key: by.record }], by, day(10));
    const today = { ...statement, ...onThe9th, published: { name: "Pat Publisher", at: day(20) } };
    const honest = (await attest(today, told.entries, by)).grown;
    const entries = [...told.entries, ...honest.added];
    const { attestation, grown } = await attest(
      { ...statement, effective: { from: "2026-06-01", to: null } },
      entries,
      key,
    );
    const log = { ...told, entries: [...entries, ...grown.added], head: grown.head };
    const found = { ...evidence, keys: [key.record, by.record], pinned: null, log };
    expect(await wrongIn({ ...found, attestation: encodeAttestation(attestation) })).toEqual([
      ["log", expect.stringContaining(`Its head was signed ${day(9)}, and holds what is of ${day(20)}.`)],
    ]);
    // Nor has it somebody else sign the head.
    const head = (await grownLog({ ...told, entries }, grown.added, by, day(21))).head;
    expect(await verifyLog({ ...log, head }, [key.record, by.record], null)).toContainEqual(
      expect.objectContaining({ state: "failed", detail: `It holds an entry of ${day(9)} behind a later one.` }),
    );
  });

  test("is told by the pinned head too, where nothing in the log says of what day it is", async () => {
    const { key, statement, evidence } = good;
    const longer = await grownLog(evidence.log, [{ type: "key", key: key.record }], key, day(11));
    const { attestation, grown } = await attest({ ...statement, ...onThe9th }, longer.entries, key);
    const log = { ...longer, entries: [...longer.entries, ...grown.added], head: grown.head };
    const found = { ...evidence, log, attestation: encodeAttestation(attestation) };
    expect(await wrongIn({ ...found, pinned: { head: longer.head, pinnedAt: day(11) } })).toEqual([
      ["pinned head", `The head of 5 entries says to be of ${day(9)}, before the pinned one of 4 entries, ${day(11)}.`],
    ]);
  });
});

describe("a log", () => {
  test("that was rewritten after its head was pinned is refused, and both heads are named", async () => {
    const forked = await attested({ before: [{ type: "key", key: (await makeSigningKey(day(3), null)).record }] });
    const { head } = good.evidence.log;
    const wrong = await wrongIn({ ...forked.evidence, pinned: { head, pinnedAt: day(10) } });
    expect(wrong).toEqual([["pinned head", expect.stringContaining(`\`${head.root}\``)]]);
    expect(wrong[0]?.[1]).toMatch(/^The log was rewritten: .*`[0-9a-f]{64}`.*`[0-9a-f]{64}`/);
  });

  test("that is shorter than its pinned head, or is not given where it would have to tell, is refused", async () => {
    const longer = await grownLog(good.evidence.log, [{ type: "key", key: good.key.record }], good.key, day(11));
    const pinned = { head: longer.head, pinnedAt: day(11) };
    expect(await wrongIn({ ...good.evidence, pinned })).toEqual([
      ["pinned head", "The log has 3 entries; it had 4 when its head was kept."],
    ]);
    expect(await wrongIn({ ...good.evidence, pinned, log: null })).toEqual([
      ["pinned head", expect.stringContaining("without the log itself nothing shows that they are of one log")],
    ]);
    expect(await verdictOn({ ...good.evidence, pinned, log: longer })).toBe("verified");
  });

  test("that holds another release in its place, or none, is refused", async () => {
    const { log } = good.evidence;
    const entries = log.entries.toReversed();
    expect((await wrongIn({ ...good.evidence, log: { ...log, entries } })).map(([name]) => name)).toContain("log");
    const short = await grownLog({ ...log, entries: [] }, log.entries.slice(0, 2), good.key, day(9));
    expect(await wrongIn({ ...good.evidence, log: short, pinned: null })).toEqual([
      ["log", "The log has 2 entries; when the release was made it had 3."],
    ]);
  });

  test("with a head that nobody signed is refused", async () => {
    const { log } = good.evidence;
    const head = { ...log.head, at: day(11) };
    expect(await wrongIn({ ...good.evidence, log: { ...log, head } })).toEqual([
      ["tree head", expect.stringContaining("is not one that the key")],
    ]);
  });

  test("of which several things are wrong says once of what it speaks", async () => {
    const { log, keys } = good.evidence;
    const head = { ...log.head, at: day(11) };
    const expired = (keys ?? []).map((key) => ({ ...key, notAfter: day(10) }));
    const wrong = await wrongIn({ ...good.evidence, keys: expired, log: { ...log, head } });
    const said = wrong.find(([name]) => name === "tree head")?.[1] ?? "";
    expect(said).toMatch(/^Of the head of the log: .*is not one that the key .* had expired/);
    expect(said.split("Of the head of the log").length).toBe(2);
  });
});

describe("a key set", () => {
  test.each([
    ["a private key", { d: "AAAA" }],
    ["another curve", { crv: "Ed448" }],
    ["an id that is not of its key", { x: "A".repeat(43) }],
    ["no day on which it was made", { created: undefined }],
  ])("with %s is refused", (_, change) => {
    const [key] = asJwks(good.evidence.keys ?? []).keys;
    expect(decodeKeySet(bytesOf(JSON.stringify({ keys: [{ ...key, ...change }] })))).toMatchObject({ ok: false });
  });

  test("has the key ids of RFC 8037, appendix A.3", async () => {
    const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const kid = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    const keys = { keys: [{ kty: "OKP", crv: "Ed25519", x, kid, created: day(1) }] };
    expect(decodeKeySet(bytesOf(JSON.stringify(keys)))).toMatchObject({ ok: true, value: [{ kid, revoked: null }] });
  });
});

test("a statement is of nothing but what it was made of", () => {
  expect(statementOf(good.evidence.payload)).toEqual(good.statement);
});
