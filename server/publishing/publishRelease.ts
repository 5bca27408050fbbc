import {
  type Approval,
  attestedPayload,
  type Attestation,
  type Statement,
  type Waiver,
} from "../../engine/attestation/index.ts";
import {
  type ArchiveFile,
  type Earlier,
  type Objection,
  type Publishing,
  type Release,
  verifyRelease,
} from "../../engine/release/index.ts";
import { attest } from "./attest.ts";
import { effectiveProblem } from "./effective.ts";
import { type Addition, type Nothing, nothing, type Shelf, type ShelvedRelease, type Turn } from "./shelves/index.ts";
import { later, type Signer, signerFor } from "./signer.ts";

/** A release that is to be made, and what is said of it. */
export interface ReleaseWish {
  /** The set's name as its manifest gives it. */
  readonly set: string;
  /** The digest of the latest release when everything else here was decided; `null`: there was none. */
  readonly base: string | null;
  /** Makes the release that comes after the ones there are. */
  readonly build: (earlier: Earlier) => Promise<Publishing>;
  readonly effective: Statement["effective"];
  readonly approvals: readonly Approval[];
  readonly waivers: readonly Waiver[];
  /** Whether those who approved wrote none of it. */
  readonly independentlyApproved: boolean;
  /** The printed name of who publishes. */
  readonly publishedBy: string;
  readonly clock: () => Date;
}

export type Published =
  | { readonly kind: "published"; readonly release: ShelvedRelease; readonly attestation: Attestation }
  | { readonly kind: "nothing new"; readonly latest: ShelvedRelease | null }
  /** Another release than the one it was compared with is the latest by now: nobody has looked at what it would change of that. */
  | { readonly kind: "overtaken"; readonly latest: ShelvedRelease | null }
  | { readonly kind: "refused"; readonly objections: readonly Objection[] };

/**
 * Makes the next release of a set, signs what is said of it, adds it to the log, and puts all of it on a shelf: whole or not at
 * all. The days in force and the release before are looked at again while nobody else may add one.
 */
export async function publishRelease(shelf: Shelf, wish: ReleaseWish): Promise<Published> {
  const { releases, damaged } = await shelf.list(wish.set);
  if (damaged[0] !== undefined) return refused([damagedSentence(damaged[0])]);
  const early = standstill(wish, releases);
  if (early !== null) return early;
  const [latest] = releases;
  const before = { manifests: releases.map(({ manifest }) => manifest), latest: await filesOf(shelf, latest ?? null) };
  const built = await wish.build(before);
  if (built.kind === "refused") return built;
  if (built.kind === "stopped") return refused(["It was stopped before the release was made."]);
  if (built.kind === "nothing new") return { kind: "nothing new", latest: latest ?? null };
  if (built.release.manifest.set !== wish.set) throw new Error("a release was made of another set than was asked for");
  const appended = await shelf.append<Published>(async (turn) => {
    const late = standstill(wish, (await turn.list(wish.set)).releases);
    return late === null ? add(turn, wish, built.release) : nothing(late);
  });
  return appended.ok ? appended.value : refused([appended.problem]);
}

/** Why no such release can follow the ones that there are; `null` when it can. */
function standstill(wish: ReleaseWish, releases: readonly ShelvedRelease[]): Published | null {
  const [latest = null] = releases;
  if ((latest?.digest ?? null) !== wish.base) return { kind: "overtaken", latest };
  const { approvals, independentlyApproved, effective, clock } = wish;
  const days = effectiveProblem(releases, effective, clock());
  const unapproved = independentlyApproved && approvals.length === 0 ? "Nobody approved the release." : null;
  const problems = [days, unapproved].filter((problem) => problem !== null);
  return problems.length === 0 ? null : refused(problems);
}

async function filesOf(shelf: Shelf, release: ShelvedRelease | null): Promise<readonly ArchiveFile[]> {
  const files = release === null ? null : await shelf.read(release.manifest.set, release.manifest.version);
  const verified = files === null ? null : await verifyRelease(files.payload);
  return verified?.ok === true ? verified.files : [];
}

type Step = Addition<Published> | Nothing<Published>;

async function add(turn: Turn, wish: ReleaseWish, release: Release): Promise<Step> {
  const signer = await signerFor(turn, wish.clock());
  if ("refusal" in signer) return nothing(refused([signer.refusal]));
  const statement = statementOf(wish, release, signer);
  const other = statement.approvals.find(({ digest }) => digest !== statement.files);
  if (other !== undefined)
    return nothing(refused([`The approval of ${other.name} was given on other files than these.`]));
  const { attestation, grown } = await attest(statement, [...turn.entries, ...signer.leaves], signer.key);
  const { manifest, digest, file } = release;
  const shelved = { manifest, digest, file, attestation, effective: statement.effective };
  return {
    leaves: [...signer.leaves, ...grown.added],
    head: grown.head,
    keys: signer.made,
    release: { release, attestation },
    event: eventOf(statement),
    value: { kind: "published", release: shelved, attestation },
  };
}

/** Nobody signs after the release is made, whatever their clock said. */
function statementOf(wish: ReleaseWish, release: Release, signer: Signer): Statement {
  const { approvals, waivers, effective, independentlyApproved, publishedBy } = wish;
  const at = [...approvals, ...waivers].reduce((last, signed) => later(last, signed.at), signer.at);
  const published = { name: publishedBy, at };
  return { ...attestedPayload(release), effective, approvals, waivers, independentlyApproved, published };
}

function eventOf({ set, version, content, waivers, published }: Statement): Addition<Published>["event"] {
  const detail = { set, version, digest: content, waived: waivers.map(({ gate }) => gate) };
  return { action: "publish release", subject: `${set} ${version}`, detail, at: new Date(published.at) };
}

/** What came after a release that cannot be read is not known, so no number can be computed. */
function damagedSentence({ file, problem }: { readonly file: string; readonly problem: string }): string {
  return `\`${file}\` is not a release as it was made; restore it or take it away. ${problem}`;
}

function refused(details: readonly string[]): Published & { readonly kind: "refused" } {
  return { kind: "refused", objections: details.map((detail) => ({ kind: "set", detail })) };
}
