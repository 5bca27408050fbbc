import { open } from "../../engine/bundle/index.ts";
import {
  buildRelease,
  type Earlier,
  type EngineBundle,
  type Making,
  type Publishing,
  type Release,
  type ReleaseCandidate,
  setTexts,
  verifyRelease,
} from "../../engine/release/index.ts";
import { askEngine } from "./ask.ts";

/** As `buildRelease`; refused where the engine that goes into the release does not decide every case as the one that tested them. */
export async function buildTried(
  candidate: ReleaseCandidate,
  earlier: Earlier,
  engine: EngineBundle,
  making: Partial<Making> = {},
): Promise<Publishing> {
  const built = await buildRelease(candidate, earlier, engine, making);
  if (built.kind !== "built") return built;
  const problem = await trialProblem(built.release);
  return problem === null ? built : { kind: "refused", objections: [{ kind: "set", detail: `${problem} ${remedy}` }] };
}

const remedy =
  "It was built of other sources than these: build it anew (`npm run build`), start again, and then publish.";

async function trialProblem(release: Release): Promise<string | null> {
  const verified = await verifyRelease(release.bytes);
  if (!verified.ok) throw new Error("a release that was just made is not as it was made");
  const texts = setTexts(verified.files);
  const cases = texts.filter(({ path }) => path.startsWith("cases/"));
  const questions = cases.map(({ text }) => ({ ask: "determine" as const, caseText: text, options: {} }));
  const { replies, problem } = await askEngine(verified, questions);
  if (replies === null) return `The engine that goes into the release does not work. ${problem}`;
  const tested = open(texts, release.manifest);
  const other = cases.find(({ text }, at) => tested.determine(text) !== replies[at]);
  if (other === undefined) return null;
  return `The engine that goes into the release says otherwise of \`${other.path}\` than the one that tested it.`;
}
