import { guideTitle } from "./guide.ts";

/** The explanation pages of `dsl/diagnostic`, each loaded when it is opened. */
const pages = import.meta.glob<string>("../../dsl/diagnostic/pages/*.md", { query: "?raw", import: "default" });

/** The page of a code as Markdown; `null` when there is none. */
export async function explanationOf(code: string): Promise<string | null> {
  const load = pages[`../../dsl/diagnostic/pages/${code}.md`];
  return load === undefined ? null : load();
}

/** The language guide for policy staff, from its heading on: what stands before is about folders. */
export async function languageGuide(): Promise<string> {
  const { default: text } = await import("../../guidelines/README.md?raw");
  return text.slice(Math.max(0, text.indexOf(`## ${guideTitle}`))).replace(/^.*\n/, "");
}
