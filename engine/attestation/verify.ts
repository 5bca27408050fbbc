import { canonicalBytes } from "../digest/index.ts";
import { type Check, type CheckName, failed, judged, notChecked, passed } from "./check.ts";
import { readDetached } from "./detached.ts";
import { checkEntry, checkLog, checkPinned } from "./history.ts";
import type { KeySet } from "./keySet.ts";
import type { ReleaseLog } from "./log.ts";
import { type AttestedPayload, checkApprovals, checkEffective, checkRelease } from "./payload.ts";
import { checkReplaced, type Replacement, replacementIn } from "./replacement.ts";
import { checkRetired, type Effective, endedBy, retirementIn } from "./retirement.ts";
import { type Attestation, decodeAttestation } from "./statement.ts";
import type { PinnedHead, SignedHead } from "./treeHead.ts";
import { headSigning, judge, type Judgement, type Trust, trustIn } from "./trust.ts";

/** What a verifier has at hand. What is `null` is not there, and what would need it is not checked. */
export interface Evidence {
  /** Of a payload that was found to be as it was made. */
  readonly payload: AttestedPayload;
  readonly attestation: Uint8Array;
  readonly keys: KeySet | null;
  readonly pinned: PinnedHead | null;
  readonly log: ReleaseLog | null;
}

/** `verified`: signed by a trusted key and in the log. `not proved`: nothing is wrong, and nobody is known to have signed it. */
export interface Verdict {
  readonly verdict: "verified" | "refused" | "not proved";
  readonly checks: readonly Check[];
  /** `null` where it cannot be read. */
  readonly attestation: Attestation | null;
  /** When it is in force: as published, or, where the log that is at hand says so, retired since. `null`: nothing says so. */
  readonly effective: Effective | null;
  /** The release that takes its place, by the log that is at hand; `null`: none is known. */
  readonly replaced: Replacement | null;
}

/** Looks at everything that can be looked at, and says of each what was found. */
export async function verifyAttestation(evidence: Evidence): Promise<Verdict> {
  const decoded = decodeAttestation(evidence.attestation);
  if (!decoded.ok) return nothingRead(failed("attestation", decoded.problem));
  const attestation = decoded.value;
  const { statement } = attestation;
  const signatures = await checkSignatures(attestation, evidence);
  const log = isFine(signatures, "log") && !isWrong(signatures, "tree head") ? evidence.log : null;
  const checks = [
    passed("attestation", "The attestation is in the one form it is written in."),
    checkRelease(statement, evidence.payload),
    checkEffective(statement),
    checkApprovals(statement),
    ...signatures,
    checkRetired(log, statement),
    checkReplaced(log, statement),
  ];
  const entries = log?.entries ?? [];
  const effective = endedBy(statement.effective, retirementIn(entries, statement.content));
  return { verdict: verdictOf(checks), checks, attestation, effective, replaced: replacementIn(entries, statement) };
}

function nothingRead(check: Check): Verdict {
  return { verdict: "refused", checks: [check], attestation: null, effective: null, replaced: null };
}

const stateOf = (checks: readonly Check[], name: CheckName) => checks.find((check) => check.name === name)?.state;
const isFine = (checks: readonly Check[], name: CheckName): boolean => stateOf(checks, name) === "passed";
const isWrong = (checks: readonly Check[], name: CheckName): boolean => stateOf(checks, name) === "failed";

function verdictOf(checks: readonly Check[]): Verdict["verdict"] {
  if (checks.some(({ state }) => state === "failed")) return "refused";
  return isFine(checks, "signature") ? "verified" : "not proved";
}

async function checkSignatures(attestation: Attestation, { keys, pinned, log }: Evidence): Promise<readonly Check[]> {
  const history = [checkEntry(attestation), checkLog(log, attestation), checkPinned(pinned, log, attestation.log.head)];
  const [entry, whole, grown] = history.map((check) => check.state === "passed");
  const found = { head: entry ? attestation.log.head : null, log: whole ? log : null, pinned: grown ? pinned : null };
  const trust = keys === null ? null : await trustIn(keys, found);
  const [inLog, ...ofLog] = history;
  return [
    ...(await checkSigners(attestation, trust)),
    ...(inLog === undefined ? [] : [inLog]),
    await checkHeads(
      [attestation.log.head, ...(log === null ? [] : [log.head])],
      trust,
      attestation.statement.published.at,
    ),
    ...ofLog,
  ];
}

const untrusted = "There are no keys to trust, so that nothing is known of who signed it.";

async function checkSigners(
  { statement, signatures, log }: Attestation,
  trust: Trust | null,
): Promise<readonly Check[]> {
  if (trust === null) return [notChecked("signature", untrusted), notChecked("key", untrusted)];
  const signed = { bytes: canonicalBytes(statement), at: statement.published.at, within: log.index + 1 };
  const judgements = await Promise.all(signatures.map((signature) => judge({ signature, ...signed }, trust)));
  const kids = signatures.map((signature) => readDetached(signature)?.kid ?? "");
  const twice = new Set(kids).size < kids.length ? ["One key signed twice."] : [];
  const names = kids.map((kid) => `\`${kid}\``).join(", ");
  return [
    judged("signature", [...twice, ...judgements.flatMap(({ fits }) => fits)], `Signed with the key ${names}.`),
    judged("key", countProblems(judgements), "The key was in use when it signed."),
  ];
}

const countProblems = (judgements: readonly Judgement[]) => judgements.flatMap(({ counts }) => counts);

/** `published`: the head that shows a release was signed no earlier than the release. */
async function checkHeads(heads: readonly SignedHead[], trust: Trust | null, published: string): Promise<Check> {
  const early = heads.some(({ at }) => at < published) ? ["The head of the log was signed before the release."] : [];
  if (trust === null)
    return early[0] === undefined ? notChecked("tree head", untrusted) : failed("tree head", early[0]);
  const judgements = await Promise.all(heads.map((head) => judge(headSigning(head), trust)));
  const problems = [...new Set(judgements.flatMap(({ fits, counts }) => [...fits, ...counts]))];
  const ofHead = problems.length === 0 ? [] : [`Of the head of the log: ${problems.join(" ")}`];
  return judged("tree head", [...early, ...ofHead], "The head of the log is signed with a trusted key.");
}

/** Looks at a log by itself: whether its entries come to its head, who signed that, and whether it grew out of a pinned one. */
export async function verifyLog(
  log: ReleaseLog,
  keys: KeySet | null,
  pinned: PinnedHead | null,
): Promise<readonly Check[]> {
  const whole = checkLog(log, null);
  const grown = checkPinned(pinned, log, log.head);
  const found = {
    log: whole.state === "passed" ? log : null,
    pinned: grown.state === "passed" ? pinned : null,
    head: null,
  };
  const trust = keys === null ? null : await trustIn(keys, found);
  return [await checkHeads([log.head], trust, ""), whole, grown];
}
