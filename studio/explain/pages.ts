import { guideTitle } from "./guide.ts";

/** The explanation pages of `dsl/diagnostic`, each loaded when it is opened. */
const pages = import.meta.glob<string>("../../dsl/diagnostic/pages/*.md", { query: "?raw", import: "default" });

/** The page of a code as Markdown; `null` when there is none. */
export async function explanationOf(code: string): Promise<string | null> {
  const load = pages[`../../dsl/diagnostic/pages/${code}.md`];
  return load === undefined ? null : load();
}

/** The guide for policy staff, a document beside the guideline sets. */
const guides = import.meta.glob<string>("../../guidelines/README.md", { query: "?raw", import: "default" });

/** The language guide from its heading on: what stands before is about folders. `null` when there is none. */
export async function languageGuide(): Promise<string | null> {
  const text = await Object.values(guides)[0]?.();
  if (text === undefined) return null;
  return text.slice(Math.max(0, text.indexOf(`## ${guideTitle}`))).replace(/^.*\n/, "");
}
