import type { Check, FoundOut } from "../../engine/attestation/index.ts";
import { filesDigest, type ReleaseManifest, setFiles } from "../../engine/release/index.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./wrap.ts";

export function verifiedAsJson({ verdict, checks, release, attestation, effective, replaced }: FoundOut): object {
  const reasons = checks.flatMap(({ state, detail }) => (state === "failed" ? [detail] : []));
  const said =
    attestation === null ? {} : { statement: attestation.statement, log: attestation.log, effective, replaced };
  return {
    verified: verdict !== "refused",
    verdict,
    ...release?.manifest,
    ...(release === null ? {} : { digest: release.digest, texts: textsDigest(release.manifest) }),
    reasons,
    checks,
    ...said,
  };
}

/** As the printed policy gives it. */
const textsDigest = (manifest: ReleaseManifest): string => filesDigest(setFiles(manifest));

/** `pinned`: the file in which the head was kept. */
export function drawVerified(given: string, found: FoundOut, pinned: string | null, colours: Palette): string {
  const lines = found.checks.map((check) => drawCheck(check, colours));
  const kept = pinned === null ? [] : [`  The head of the log is kept in ${pinned}.\n`];
  return [drawVerdict(given, found, colours), ...lines, ...kept, drawRelease(found, colours)].join("");
}

function drawVerdict(given: string, { verdict, release, checks }: FoundOut, colours: Palette): string {
  if (verdict === "refused" || release === null) {
    const isLookedAt = checks.some(({ name }) => name === "payload");
    const nothing = isLookedAt ? "is not a release as it was made" : "was not looked at";
    const what = release === null ? nothing : "is not to be trusted";
    return `${colours.bad("✗")} ${given} ${what}.\n`;
  }
  const name = colours.strong(`${release.manifest.set} ${release.manifest.version}`);
  const signed = verdict === "verified" ? ", and signed with a key you trust" : "; who made it is not known";
  return `${colours.good("✓")} ${name} is exactly as it was made${signed}.\n`;
}

const signs = { passed: "✓", noted: "!", failed: "✗", "not checked": "-" } as const;

export function drawCheck({ name, state, detail }: Check, colours: Palette): string {
  const colour = { passed: colours.good, noted: colours.open, failed: colours.bad, "not checked": colours.quiet }[
    state
  ];
  const option = state === "not checked" ? options[name] : undefined;
  return `  ${colour(signs[state])} ${name}: ${detail}${option === undefined ? "" : ` ${option}`}\n`;
}

/** What would let it be looked at. */
const options: Readonly<Partial<Record<Check["name"], string>>> = {
  signature: "Name those you trust with `--keys FILE`.",
  log: "Name its file with `--log FILE`.",
  "pinned head": "`precept verify --pin FILE` keeps this one for later.",
};

function drawRelease({ release }: FoundOut, colours: Palette): string {
  if (release === null) return "";
  const { manifest, digest } = release;
  const what = `${counted(manifest.files.length, "file")}, ${counted(manifest.cases.passed, "case")} passed`;
  const digests = [`content ${digest}`, `texts   ${textsDigest(manifest)}`, `meaning ${manifest.meaning}`];
  return `  ${what}\n${digests.map((line) => `  ${colours.quiet(line)}\n`).join("")}`;
}
