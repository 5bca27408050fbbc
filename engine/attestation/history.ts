import { type Check, failed, judged, notChecked, passed } from "./check.ts";
import { hashOfLeaf, momentOf, releaseLeaf } from "./leaf.ts";
import { leafHashes, type ReleaseLog, rootAt } from "./log.ts";
import { isIncluded } from "./merkle.ts";
import type { Attestation } from "./statement.ts";
import type { PinnedHead, TreeHead } from "./treeHead.ts";

/** Whether the release stands in the log at its place, by the proof that the attestation carries. */
export function checkEntry(attestation: Attestation): Check {
  const { index, treeSize, inclusion, head } = attestation.log;
  const leaf = hashOfLeaf(releaseLeaf(attestation));
  const sizes = head.size === treeSize ? [] : ["The proof is of another tree than the signed one."];
  const isIn = isIncluded({ leaf, index, size: treeSize, proof: inclusion, root: head.root });
  const problems = [...sizes, ...(isIn ? [] : ["The log does not hold this release as it is signed."])];
  return judged("log entry", problems, `It is entry ${index + 1} of the ${entries(treeSize)} of the log.`);
}

/** Whether the whole log is what was signed of it, and the one that the release stands in. `head`: what the release says. */
export function checkLog(log: ReleaseLog | null, attestation: Attestation | null): Check {
  if (log === null) return notChecked("log", "The log itself is not at hand; the release carries its own proof.");
  const problems = [...ownProblems(log), ...(attestation === null ? [] : entryProblems(log, attestation))];
  return judged("log", problems, `All ${entries(log.head.size)} of the log come to its head \`${log.head.root}\`.`);
}

function ownProblems(log: ReleaseLog): readonly string[] {
  const { size, root } = log.head;
  if (log.entries.length !== size)
    return [`The log has ${entries(log.entries.length)}, and its head was signed of ${size}.`];
  if (leafHashes(log)[0] !== log.head.log) return [`The head is of another log, \`${log.head.log}\`.`];
  const found = rootAt(log, size);
  return found === root
    ? [...earlyProblems(log, log.head), ...backwardProblems(log)]
    : [rewritten("the head that was signed", log.head, found)];
}

/**
 * Nobody signs a tree before what stands in it. Who still has a key that has ended, or that another one took the place of, would
 * else go on with the log for a day when the key still counted.
 */
function earlyProblems({ entries }: ReleaseLog, { size, at }: TreeHead): readonly string[] {
  const early = entries.slice(0, size).find((leaf) => at < momentOf(leaf));
  return early === undefined ? [] : [`Its head was signed ${at}, and holds what is of ${momentOf(early)}.`];
}

/** Entries come as they happen. Of a key only its own moments are told, which may be older: it may have been made for another log. */
function backwardProblems({ entries }: ReleaseLog): readonly string[] {
  const moments = entries.flatMap((leaf) => (leaf.type === "key" ? [] : [momentOf(leaf)]));
  const earlier = moments.find((at, index) => at < (moments[index - 1] ?? ""));
  return earlier === undefined ? [] : [`It holds an entry of ${earlier} behind a later one.`];
}

function entryProblems(log: ReleaseLog, attestation: Attestation): readonly string[] {
  const { index, head } = attestation.log;
  const leaf = log.entries[index];
  if (head.log !== log.head.log) return [`The release is in ${another(head, log.head)}`];
  if (log.entries.length < head.size)
    return [`The log has ${entries(log.entries.length)}; when the release was made it had ${head.size}.`];
  const found = rootAt(log, head.size);
  if (found !== head.root) return [rewritten("the head in the attestation", head, found)];
  const isOurs = leaf !== undefined && hashOfLeaf(leaf) === hashOfLeaf(releaseLeaf(attestation));
  return isOurs ? earlyProblems(log, head) : [`Entry ${index + 1} of the log is not this release.`];
}

/** Whether the log only grew since a head was pinned. Of two heads of different sizes only the log itself can tell. */
export function checkPinned(pinned: PinnedHead | null, log: ReleaseLog | null, head: TreeHead): Check {
  if (pinned === null) return notChecked("pinned head", unpinned);
  const { size, root } = pinned.head;
  const given = log?.head ?? head;
  if (pinned.head.log !== given.log)
    return failed("pinned head", `The pinned head is of ${another(pinned.head, given)}`);
  if (log === null && size !== head.size) return failed("pinned head", unrelated(pinned.head, head));
  if (log !== null && log.entries.length < size)
    return failed("pinned head", `The log has ${entries(log.entries.length)}; it had ${size} when its head was kept.`);
  const found = log === null ? head.root : rootAt(log, size);
  if (found !== root) return failed("pinned head", rewritten("the pinned head", pinned.head, found));
  const early = [given, head].find((each) => each.size > size && each.at < pinned.head.at);
  if (early !== undefined) return failed("pinned head", backdated(early, pinned.head));
  return passed("pinned head", `The log only grew since its head of ${entries(size)} was kept.`);
}

const unpinned = "No head of the log was kept from before, so that a log which was rewritten would not be noticed.";

/** One key signs many logs: none of them says anything of another. */
function another(one: TreeHead, given: TreeHead): string {
  return `another log than this: \`${one.log}\`, and this is \`${given.log}\`.`;
}

function unrelated(pinned: TreeHead, head: TreeHead): string {
  return (
    `The pinned head is of ${entries(pinned.size)}, the release's of ${head.size}: ` +
    "without the log itself nothing shows that they are of one log."
  );
}

function backdated({ size, at }: TreeHead, pinned: TreeHead): string {
  return `The head of ${entries(size)} says to be of ${at}, before the pinned one of ${entries(pinned.size)}, ${pinned.at}.`;
}

function rewritten(which: string, { size, root }: TreeHead, found: string): string {
  return `The log was rewritten: ${which} of ${entries(size)} is \`${root}\`, and the first ${size} of this log come to \`${found}\`.`;
}

const entries = (count: number): string => (count === 1 ? "1 entry" : `${count} entries`);
