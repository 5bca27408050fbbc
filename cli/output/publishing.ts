import { join, relative } from "node:path";
import { lineStarts, positionAt } from "../../dsl/index.ts";
import type { Objection } from "../../engine/release/index.ts";
import type { Gate, Plan } from "../../server/protocol/index.ts";
import { attestationFile, type Published } from "../../server/publishing/index.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./wrap.ts";

/** What came of publishing a set, as far as it came. */
export interface Publishing {
  /** Where releases are kept. */
  readonly folder: string;
  readonly dryRun: boolean;
  readonly objections?: readonly Objection[];
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  readonly plan?: Plan;
  readonly gates?: readonly Gate[];
  readonly published?: Published;
}

export function publishingAsJson(made: Publishing): object {
  const { plan, gates, published, dryRun } = made;
  const objections = objectionsOf(made);
  const said = {
    published: published?.kind === "published",
    ...(dryRun ? { dryRun } : {}),
    ...(objections.length === 0 ? {} : { objections: inWords(made), details: objections }),
    ...(gates === undefined ? {} : { gates }),
    ...(plan === undefined ? {} : { comparison: plan.comparison }),
  };
  if (published?.kind === "nothing new")
    return { ...published.latest?.manifest, ...said, digest: published.latest?.digest };
  if (published?.kind !== "published") return { version: plan?.comparison.version ?? null, ...said };
  const { manifest, digest, file } = published.release;
  const path = join(made.folder, file);
  return { ...manifest, ...said, digest, file, path, attestation: attestationFile(path), ...published.attestation };
}

export function drawPublishing(made: Publishing, colours: Palette, folder: string): string {
  const { published, gates = [], plan, dryRun } = made;
  if (published?.kind === "nothing new")
    return `Nothing changed since ${published.latest?.manifest.version}; there is nothing to publish.\n`;
  if (published?.kind === "published") return drawPublished(made, published, colours, folder);
  const lines = inWords(made).map((line) => `  - ${line}\n`);
  const head = dryRun && lines.length === 0 ? "" : `${colours.bad("✗")} Nothing was published.\n`;
  const would = plan === undefined ? "" : drawPlan(plan, colours);
  return [head, ...lines, would, ...gates.map((gate) => drawGate(gate, colours))].join("");
}

function objectionsOf({ objections, published }: Publishing): readonly Objection[] {
  if (published?.kind === "overtaken") return [overtaken(published.latest?.manifest.version)];
  return objections ?? (published?.kind === "refused" ? published.objections : []);
}

function overtaken(version: string | undefined): Objection {
  const other = version === undefined ? "The release before is gone" : `Release ${version} was published meanwhile`;
  return { kind: "set", detail: `${other}, and this was not compared with what is there now. Publish again.` };
}

function drawPublished(
  { plan, gates = [], folder }: Publishing,
  { release, attestation }: Extract<Published, { kind: "published" }>,
  colours: Palette,
  from: string,
): string {
  const { manifest, digest, file } = release;
  const { published, effective, independentlyApproved } = attestation.statement;
  const until = effective.to === null ? "until another release is" : `until ${effective.to}`;
  const waived = gates.filter(({ state }) => state === "waived");
  return [
    `${colours.good("✓")} ${colours.strong(`${manifest.set} ${manifest.version}`)}, ${bumpInWords(manifest)}\n`,
    `  ${counted(manifest.files.length, "file")}, ${counted(manifest.cases.passed, "case")} passed\n`,
    `  in force from ${effective.from}, ${until}\n`,
    `  published by ${published.name}${independentlyApproved ? "" : ", not independently approved"}\n`,
    ...waived.map((gate) => drawGate(gate, colours)),
    plan === undefined ? "" : drawServices(plan),
    `  ${colours.quiet(`content ${digest}`)}\n  ${colours.quiet(`meaning ${manifest.meaning}`)}\n`,
    `  ${relative(from, join(folder, file))}\n`,
  ].join("");
}

function bumpInWords({
  bump,
  previous,
}: {
  readonly bump: string | null;
  readonly previous: { readonly version: string } | null;
}): string {
  if (bump === "first") return "the first release";
  const than = `than ${previous?.version}`;
  if (bump === "minor") return `which decides more and no differently ${than}`;
  return bump === "patch" ? `which decides no differently ${than}` : `which may decide otherwise ${than}`;
}

function drawPlan(plan: Plan, colours: Palette): string {
  const { version, bump, against } = plan.comparison;
  const previous = against === null ? null : { version: against };
  const would = version === null ? "" : `It would be ${colours.strong(version)}, ${bumpInWords({ bump, previous })}.\n`;
  return `${would}${drawServices(plan)}`;
}

/** Which answers move, in a line each. */
function drawServices({ comparison: { services } }: Plan): string {
  return services
    .flatMap(({ service, verdict, change, transitions }) => {
      const moves = transitions.flatMap(({ from, to, state }) => (state === "impossible" ? [] : [`${from} to ${to}`]));
      if (change === "compared" && verdict === "same" && moves.length === 0) return [];
      return [
        `  ${service}: ${change === "compared" ? verdict : change}${moves.length === 0 ? "" : `, ${moves.join(", ")}`}\n`,
      ];
    })
    .join("");
}

/** What to do next about a gate that is closed. */
const nextSteps: Partial<Record<Gate["gate"], string>> = {
  adequacy: "`precept suggest-cases` shows cases that would.",
  transitions: "`precept compare` shows each with a case; `--acknowledge` says that you looked.",
  citations: "Say `cite page ...` below what they recommend, or `section ...` behind their source.",
  proofs: "`precept analyze` shows each with a case.",
};

function drawGate({ gate, state, sentence }: Gate, colours: Palette): string {
  const sign = state === "passed" ? colours.good("✓") : state === "waived" ? "~" : colours.bad("✗");
  const next = state === "passed" || state === "waived" ? undefined : nextSteps[gate];
  return `  ${sign} ${gate}: ${sentence}${next === undefined ? "" : ` ${next}`}\n`;
}

function inWords(made: Publishing): readonly string[] {
  const texts = new Map((made.files ?? []).map(({ path, text }) => [path, text]));
  return objectionsOf(made).map((objection) => objectionInWords(objection, texts));
}

function objectionInWords(objection: Objection, texts: ReadonlyMap<string, string>): string {
  switch (objection.kind) {
    case "failing case":
      return `${objection.case} (${objection.path}): expected ${objection.expected}, was ${objection.actual}`;
    case "no expectation":
      return `${objection.case} (${objection.path}) expects nothing; say what should come out, and who says so.`;
    case "diagnostic": {
      const { file, span, code, message } = objection.diagnostic;
      const { line, column } = positionAt(lineStarts(texts.get(file) ?? ""), span.start);
      return `${file}:${line}:${column}: ${code}: ${message}`;
    }
    case "set":
      return objection.detail;
  }
}
