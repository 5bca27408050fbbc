/** The explanation pages of `dsl/diagnostic`, each loaded when it is opened. */
const pages = import.meta.glob<string>("../../dsl/diagnostic/pages/*.md", { query: "?raw", import: "default" });

/** The page of a code as Markdown; `null` when there is none. */
export async function explanationOf(code: string): Promise<string | null> {
  const load = pages[`../../dsl/diagnostic/pages/${code}.md`];
  return load === undefined ? null : load();
}
