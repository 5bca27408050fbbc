import {
  buildRelease,
  candidateOf,
  type Earlier,
  type EngineBundle,
  type Release,
  type ReleaseManifest,
} from "../../../engine/release/index.ts";
import { canonicalText } from "../../../engine/digest/index.ts";
import { engineBundle } from "../../../server/engines/index.ts";
import { createSet } from "../../../server/store/drafts/index.ts";
import type { Database } from "../../../server/store/index.ts";
import { shelveRelease } from "../../support/index.ts";

/** Two editions of a small set: until 2015 a locked knee suffices, from then on a trial of exercise is needed too. */
const guideline = (criteria: string) => `guideline "Knee"

fact locked: yes or no
  "the knee locks"

fact exercise: treatment trial
  "a supervised exercise program"

service imaging
  MRI of the knee  CPT 73721

imaging if ${criteria}
  cite page 7
`;

const manifest = "schema: precept/set/1\nname: knees\ntitle: Knees\ndescription: About knees.\n";

function edition(criteria: string, outcome: string) {
  const expectation = `\n    expect: { outcome: ${outcome}, source: "Knee, page 7" }\n`;
  return [
    { path: "set.yaml", text: manifest },
    { path: "knee.guideline", text: guideline(criteria) },
    { path: "cases/locked.yaml", text: `${kneeCase("A locked knee").trimEnd()}${expectation}` },
  ];
}

/** A case that both editions read: it says that the knee locks and nothing of exercise. */
export const kneeCase = (title: string, serviceDate = "2014-05-14"): string => `schema: precept/case/1
case: ${title}
dates: { request date: 2014-05-01, service date: ${serviceDate} }
facts:
  locked: yes
requests:
  - service: MRI of the knee
    code: CPT 73721
`;

export const firstEdition = edition("locked", "criteria met");
export const secondEdition = edition("locked AND exercise failed", "information needed");

export interface Shelved {
  readonly files: ReturnType<typeof edition>;
  readonly from: string;
  readonly to?: string;
}

/** Puts releases of the set on the shelf of a store, in order. */
export async function shelve(database: Database, shelved: readonly Shelved[]): Promise<readonly ReleaseManifest[]> {
  const at = new Date("2014-01-01T00:00:00Z");
  const draft = await createSet(database, { actor: "ann", at }, "knees", firstEdition);
  if (!draft.ok) throw new Error(draft.refusal.detail);
  const engine = await engineBundle();
  if (engine === null) throw new Error("the engine is built before the tests");
  const manifests: ReleaseManifest[] = [];
  for (const { files, from, to } of shelved) {
    const build = async (earlier: Earlier) => ({
      kind: "built" as const,
      release: await makeOnce(files, earlier, engine),
    });
    const { release } = await shelveRelease(database, { set: "knees", build, from, to, at });
    manifests.push(release.manifest);
  }
  return manifests;
}

const made = new Map<string, Promise<Release>>();

/** Making a release asks much more of the machine than the tests that use it. */
function makeOnce(files: Shelved["files"], earlier: Earlier, engine: EngineBundle): Promise<Release> {
  const key = canonicalText([files, earlier.manifests]);
  const release = made.get(key) ?? make(files, earlier, engine);
  made.set(key, release);
  return release;
}

async function make(files: Shelved["files"], earlier: Earlier, engine: EngineBundle): Promise<Release> {
  const built = await buildRelease(candidateOf(files), earlier, engine);
  if (built.kind !== "built") throw new Error(JSON.stringify(built));
  return built.release;
}
