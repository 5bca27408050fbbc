import type { PayloadSet } from "./source.ts";

/** `index.js`: the set and the engine of its day as a module without dependencies. It asks nothing of disk or network. */
export function moduleText({ about, files }: PayloadSet): string {
  const own = files.filter(({ path }) => path === "set.yaml" || path.endsWith(".guideline"));
  const texts = own.map(({ path, text }) => ({ path, text }));
  return `// ${about.set} ${about.version}. It decides with the engine of this release, so it says the same years later.
import { open } from "./engine.js";
import manifest from "./manifest.json" with { type: "json" };

const files = ${scriptJson(texts)};

const set = open(files, manifest);

const textOf = (of) => (typeof of === "string" ? of : JSON.stringify(of));

/** The record of a determination as canonical JSON text: the same bytes every time. */
export const record = (of, options) => set.determine(textOf(of), options);

/** A determination, or a refusal that says why there is none. */
export const determine = (of, options) => JSON.parse(record(of, options));

/** The letter of a case, or a refusal. */
export const letter = (of, options) => JSON.parse(set.letter(textOf(of), options));

/** What can be asked of the set and what it asks of a case. */
export const description = () => JSON.parse(set.describe());

export { manifest };
`;
}

/** JSON that may stand in a script anywhere. */
function scriptJson(data: unknown): string {
  return JSON.stringify(data, null, 1)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replaceAll("</", "<\\/");
}
