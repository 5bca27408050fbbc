import { buildRelease, type Release, type ReleaseCandidate } from "../../../engine/release/index.ts";

/** A small set that may be published; what is given replaces what is here. */
export function candidate(changes: Partial<ReleaseCandidate> = {}): ReleaseCandidate {
  return {
    name: "necks",
    title: "Necks",
    files: [
      { path: "set.yaml", text: "title: Necks\n" },
      { path: "neck.guideline", text: 'guideline "Neck"\n' },
      { path: "cases/straße.yaml", text: "case: äöü\n" },
      { path: "cases/Zebra.yaml", text: "case: Z\n" },
    ],
    meaning: [{ kind: "service", meaning: "imaging: significant symptom change" }],
    passed: 2,
    objections: [],
    ...changes,
  };
}

/** The release of a candidate that is expected to be publishable. */
export async function released(...args: Parameters<typeof buildRelease>): Promise<Release> {
  const publishing = await buildRelease(...args);
  if (publishing.kind !== "built") throw new Error(`expected a release, got: ${JSON.stringify(publishing)}`);
  return publishing.release;
}
