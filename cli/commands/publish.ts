import { userInfo } from "node:os";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { personName } from "../../engine/attestation/index.ts";
import { identify, type Objection, setTexts, verifyRelease } from "../../engine/release/index.ts";
import { type SetFolder, setFolderAt } from "../../server/folders/index.ts";
import type { Gate, Plan } from "../../server/protocol/index.ts";
import {
  areOpen,
  type FolderCandidate,
  folderCandidate,
  gatesOf,
  isWaivable,
  type Published,
  publishFolder,
  type Shelf,
  shelfOf,
  type ShelvedRelease,
  soonest,
} from "../../server/publishing/index.ts";
import { keysToAcknowledge, makePlan, planFacts, type PlanInput } from "../../server/reviews/plan/index.ts";
import { builtEngine } from "../builtEngine.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit, type UsageProblem } from "../exit.ts";
import { dayOf, findPath, readDate } from "../input/index.ts";
import { drawPublishing, palette, printJson, publishingAsJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";
import { progressOn } from "./soundSet.ts";

const examples = `
Examples:
  precept publish guidelines/california-mtus --dry-run
  precept publish guidelines/california-mtus --acknowledge --from 2027-01-01
  precept publish guidelines/california-mtus --waive adequacy --because "Three mutants were looked at by hand."

The version is computed: 1.0.0 first, a patch when the guidelines decide exactly as before, else a minor or a major one. Errors
and failing cases can never be waived. What a release changes has to be acknowledged; cases that would not notice a mistake, missing
citations and what analysis found can be waived with a reason, which is signed. Nobody else approves what one person publishes, and
the release says so. It is signed with a key of the workspace (\`precept keys\`) and entered in the log beside it.
`;

interface PublishOptions {
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
  readonly acknowledge?: true;
  readonly waive: readonly Gate["gate"][];
  readonly because: readonly string[];
  readonly dryRun?: true;
  readonly json?: true;
}

type Named = PublishOptions & { readonly name: string };

export function publishCommand({ terminal, finish }: CommandContext): Command {
  return new Command("publish")
    .description("Makes the next release of a guideline set: signed, logged, and never changed again")
    .argument("<set>", "a guideline set")
    .option("--out <folder>", "where releases are kept (default: the folder `releases` in the set)")
    .option("--from <date>", "the first day of service it decides (default: today)", readDate)
    .option("--to <date>", "the last one (default: until another release)", readDate)
    .option("--name <name>", "who publishes, as it is printed (default: the name of this account)", publisher)
    .option("--acknowledge", "say that every change it makes was looked at")
    .addOption(
      new Option("--waive <gate>", "a gate that is not passed; give a reason for each").default([]).argParser(gate),
    )
    .addOption(new Option("--because <reason>", "why a gate is waived").default([]).argParser(reason))
    .option("--dry-run", "only say which version it would be, and what changes")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (given: string, options: PublishOptions) => finish(await publish(terminal, given, options)));
}

function gate(text: string, before: readonly Gate["gate"][]): readonly Gate["gate"][] {
  const waivable = ["adequacy", "transitions", "citations", "proofs"] as const;
  const found = waivable.find((each) => each === text && isWaivable(each));
  if (found === undefined) throw new InvalidArgumentError(`Only ${waivable.join(", ")} can be waived.`);
  return [...before, found];
}

function reason(text: string, before: readonly string[]): readonly string[] {
  if (text.trim() === "") throw new InvalidArgumentError("A reason says something.");
  return [...before, text];
}

function publisher(text: string): string {
  if (personName.safeParse(text).success) return text;
  throw new InvalidArgumentError("A name is one line of 1 to 200 characters, as it is printed.");
}

/** An account of a container may have none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

function nameProblem(name: string): UsageProblem | null {
  if (personName.safeParse(name).success) return null;
  return { message: "This account has no name that can be printed.", hint: "Say who publishes with `--name NAME`." };
}

async function publish(terminal: Terminal, given: string, options: PublishOptions): Promise<ExitCode> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return reportUsage(terminal, [found.problem]);
  const set = await setFolderAt(found.path);
  if (!set.ok)
    return reportUsage(terminal, [{ message: `\`${given}\` is not a guideline set: it holds no \`set.yaml\`.` }]);
  const name = options.name ?? accountName();
  const problem = optionsProblem(options) ?? nameProblem(name);
  if (problem !== null) return reportUsage(terminal, [problem]);
  const unbuilt = await builtEngine();
  return unbuilt === null
    ? publishSet(terminal, set.value, { ...options, name })
    : reportUsage(terminal, [{ message: unbuilt }]);
}

function optionsProblem({ waive, because }: PublishOptions): UsageProblem | null {
  if (waive.length === because.length) return null;
  return { message: "Every gate that is waived needs a reason.", hint: "Give `--because` once for each `--waive`." };
}

async function publishSet(terminal: Terminal, set: SetFolder, options: Named): Promise<ExitCode> {
  const folder = options.out === undefined ? undefined : resolve(terminal.folder, options.out);
  const shelf = shelfOf(set, folder);
  const told = { folder: folder ?? resolve(set.folder, "releases"), dryRun: options.dryRun === true };
  const tell = (made: Made) => report(terminal, { ...told, ...made }, options.json === true);
  const candidate = await folderCandidate(set, shelf);
  if (!("candidate" in candidate)) return tell({ objections: candidate });
  const { objections, files } = candidate.candidate;
  if (objections.length > 0) return tell({ objections, files });
  if (!candidate.isNew) return tell({ published: { kind: "nothing new", latest: candidate.latest } });
  const plan = makePlan(await inputOf(shelf, candidate), progressTo(terminal));
  const gates = gatesOfPlan(plan, options);
  if (!areOpen(gates) || options.dryRun) return tell({ plan, gates });
  const { releases } = await shelf.list(candidate.candidate.name);
  const wish = wishOf(options, gates, releases);
  return tell({ plan, gates, published: await publishFolder(shelf, candidate, wish), files });
}

/** What came of it, as far as it came. */
interface Made {
  readonly objections?: readonly Objection[];
  readonly files?: FolderCandidate["candidate"]["files"];
  readonly plan?: Plan;
  readonly gates?: readonly Gate[];
  readonly published?: Published;
}

function report(terminal: Terminal, made: Parameters<typeof publishingAsJson>[0], json: boolean): ExitCode {
  if (json) printJson(terminal, publishingAsJson(made));
  else terminal.out(drawPublishing(made, palette(terminal.colour), terminal.folder));
  if (made.published !== undefined) return isMade(made.published) ? exit.fine : exit.findings;
  return made.dryRun && made.gates !== undefined && areOpen(made.gates) ? exit.fine : exit.findings;
}

const isMade = ({ kind }: Published): boolean => kind === "published" || kind === "nothing new";

async function inputOf(shelf: Shelf, { candidate, latest, engine }: FolderCandidate): Promise<PlanInput> {
  const { digest } = identify(candidate.files, []);
  const input = { digest, files: candidate.files, engine: engine.version };
  const files = latest === null ? null : await shelf.read(latest.manifest.set, latest.manifest.version);
  const verified = files === null ? null : await verifyRelease(files.payload);
  if (latest === null || verified?.ok !== true) return { ...input, base: null };
  return {
    ...input,
    base: { version: latest.manifest.version, digest: latest.digest, files: setTexts(verified.files) },
  };
}

function progressTo(terminal: Terminal): (doing: string, done: number, of: number | null) => void {
  const lines = new Map<string, (done: number, of: number) => void>();
  return (doing, done, of) => {
    const line = lines.get(doing) ?? progressOn(terminal, doing);
    lines.set(doing, line);
    if (of !== null) line(done, of);
  };
}

function gatesOfPlan(plan: Plan, { acknowledge, waive }: PublishOptions): readonly Gate[] {
  const acknowledged = new Set(acknowledge ? keysToAcknowledge(plan) : []);
  return gatesOf({ ...planFacts(plan), acknowledged, approvals: 0, isApprovalNeeded: false, waived: new Set(waive) });
}

/** A waiver is signed only where a gate was not passed anyway. */
function wishOf(
  { from, to, name: publishedBy, waive, because }: Named,
  gates: readonly Gate[],
  earlier: readonly ShelvedRelease[],
) {
  const now = new Date();
  const waived = waive.flatMap((each, at) => {
    const isWaived = gates.some((one) => one.gate === each && one.state === "waived");
    return isWaived ? [{ gate: each, reason: because[at] ?? "", name: publishedBy, at: now.toISOString() }] : [];
  });
  return {
    effective: { from: from ?? soonest(earlier, dayOf(now)), to: to ?? null },
    approvals: [],
    waivers: waived,
    independentlyApproved: false,
    publishedBy,
    clock: () => new Date(),
  };
}
