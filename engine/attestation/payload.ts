import { sha256Hex } from "../digest/index.ts";
import { filesDigest, type Rebuilt, type Release, setFiles } from "../release/index.ts";
import { type Check, failed, judged, notChecked, passed } from "./check.ts";
import type { Statement } from "./statement.ts";

/** What an attestation says of a payload: which release it is, by its digests and its bytes. */
export type AttestedPayload = Pick<Statement, "set" | "version" | "content" | "meaning" | "files" | "payload">;

/** Of a release that was verified, or was just made. */
export function attestedPayload({ manifest, digest, file, bytes }: Release): AttestedPayload {
  const { set, version, meaning } = manifest;
  const payload = { file, sha256: sha256Hex(bytes), bytes: bytes.length };
  return { set, version, content: digest, meaning, files: filesDigest(setFiles(manifest)), payload };
}

/** Whether the statement is about this payload and no other. */
export function checkRelease(statement: Statement, of: AttestedPayload): Check {
  const same = { ...statement.payload, file: of.payload.file };
  const problems = [
    differs("set", statement.set, of.set),
    differs("version", statement.version, of.version),
    differs("content digest", statement.content, of.content),
    differs("meaning digest", statement.meaning, of.meaning),
    differs("digest of the set's files", statement.files, of.files),
    differs("file name", statement.payload.file, of.payload.file),
    differs("SHA-256 of the file", same.sha256, of.payload.sha256),
    differs("size of the file", String(same.bytes), String(of.payload.bytes)),
  ].flatMap((problem) => (problem === null ? [] : [problem]));
  const about = problems.length === 0 ? [] : [`The attestation is of another release: ${problems.join("; ")}.`];
  return judged("release", about, `It is about these bytes: ${of.set} ${of.version}, ${of.content}.`);
}

function differs(what: string, said: string, is: string): string | null {
  return said === is ? null : `it says ${what} \`${said}\`, this one has \`${is}\``;
}

export function checkEffective({ effective: { from, to } }: Statement): Check {
  const problems = to !== null && to < from ? [`It would be in force from ${from} until ${to}, which is before.`] : [];
  const until = to === null ? "until another release is" : `until ${to}`;
  return judged("effective", problems, `Published to be in force from ${from}, ${until}.`);
}

/** Approvals are of exactly these files, and nothing was signed after the release was made. */
export function checkApprovals(statement: Statement): Check {
  const { approvals, waivers, independentlyApproved, published, files } = statement;
  const problems = [
    ...approvals
      .filter(({ digest }) => digest !== files)
      .map(({ name }) => `The approval of ${name} was given on other files.`),
    ...[...approvals, ...waivers]
      .filter(({ at }) => at > published.at)
      .map(({ name }) => `${name} signed after the release was made.`),
    ...(independentlyApproved && approvals.length === 0
      ? ["It says to be independently approved, and names nobody who did."]
      : []),
  ];
  return judged("approvals", problems, inWords(statement));
}

function inWords({ approvals, waivers, independentlyApproved, published: { name, at } }: Statement): string {
  const signed = approvals.map((approval) => `${approval.name} on ${approval.at}`).join(", ");
  const approved = independentlyApproved ? `approved by ${signed}` : "not independently approved";
  const waived = waivers.map((each) => ` ${each.name} waived ${each.gate}: "${each.reason.replaceAll(/\s+/g, " ")}".`);
  return `Published by ${name} on ${at}, ${approved}.${waived.join("")}`;
}

/** What making the release's own files again came to. */
export function checkRebuilt(rebuilt: Rebuilt): Check {
  switch (rebuilt.kind) {
    case "same":
      return passed(
        "rebuilt",
        "Its engine is the one at hand, which makes the same of its texts: proofs, policy and all.",
      );
    case "different":
      return failed("rebuilt", `Its engine makes something else of its texts: ${rebuilt.files.join(", ")}.`);
    case "not possible":
      return notChecked("rebuilt", `What it says of its texts was not made again. ${rebuilt.because}`);
  }
}
