import { sha256Hex } from "../../digest/index.ts";
import type { PayloadSet } from "./source.ts";

/** FHIR R4. */
const FHIR_VERSION = "4.0.1";

/**
 * `package.json`, of npm and of FHIR at once (https://hl7.org/fhir/packages.html, with the names of the FHIR NPM package
 * specification). What cannot be both is npm's: its `type`, without which the module would not load, and `dependencies`, from which
 * npm would fetch a FHIR package under a name that anybody may take there; `fhirVersions` names the version instead.
 */
export function packageJson({ about, set }: PayloadSet): object {
  return {
    name: packageName(about.set),
    version: about.version,
    title: about.title,
    description: set.description === "" ? about.title : set.description,
    author: set.publisher ?? "not stated",
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

/** Two or more parts, each of small letters, digits and dashes, the first a letter: a name to FHIR, and to npm without its scope. */
const DOTTED = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/;

/**
 * The name of the package: `scope.name` of `@scope/name`, `precept.name` of `name`. What is no such name, or could be that of
 * another set, is told apart by its hash. npm takes at most 214 signs.
 */
export function packageName(set: string): string {
  const [, scope = null, own = set] = /^@([^/]+)\/(.+)$/.exec(set) ?? [];
  const name = `${scope ?? "precept"}.${own}`;
  const isPlain = scope === null || (scope !== "precept" && !scope.includes("."));
  if (isPlain && DOTTED.test(name) && name.length <= 214) return name;
  const words = (set.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 80);
  return `precept.set-${words}${words === "" ? "" : "-"}${hashOf(set)}`;
}

const hashOf = (text: string): string => sha256Hex(new TextEncoder().encode(text)).slice(0, 12);
