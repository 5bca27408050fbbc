import type { PayloadSet } from "./source.ts";

/** FHIR R4. */
const FHIR_VERSION = "4.0.1";

/**
 * `package.json`, of npm and of FHIR at once. Both have a field `type`: it is npm's, without which the module would not load. What
 * npm would try to fetch is left out, so `dependencies` names no FHIR package; `fhirVersions` does.
 */
export function packageJson({ about, set }: PayloadSet): object {
  return {
    name: about.set,
    version: about.version,
    title: about.title,
    description: set.description === "" ? about.title : set.description,
    ...(set.publisher === null ? {} : { author: set.publisher }),
    keywords: ["precept", "guidelines", "utilization review"],
    type: "module",
    sideEffects: false,
    engines: { node: ">=22" },
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./engine.js": "./engine.js",
      "./*.json": "./*.json",
    },
    files: ["*.js", "*.d.ts", "*.json", ".index.json", "*.md", "*.html", "set"],
    canonical: canonicalOf(about.set),
    fhirVersions: [FHIR_VERSION],
    dependencies: {},
  };
}

/** The URI that a set is known by in FHIR. */
export function canonicalOf(set: string): string {
  return `urn:precept:${set}`;
}
