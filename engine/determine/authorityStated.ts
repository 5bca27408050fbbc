import { quoted, sentence } from "../words/index.ts";
import type { Sentence } from "./determination.ts";
import type { Consulted, Standing } from "./authority/index.ts";

/** Which source governs, and why each that comes before it does not, with what the case brings forward against it. */
export function authorityStated({ title, citation, file, standings }: Consulted): readonly Sentence[] {
  const from = [`guideline:${file}`];
  const order = citation === null ? quoted(title) : `${quoted(title)} (${citation})`;
  const consulted = standings.filter(({ standing }) => standing !== "not consulted");
  const opening = `The sources are consulted in the order of ${order}`;
  return [{ text: sentence(opening), from }, ...consulted.map((standing) => stated(standing))];
}

function stated({ rank, source, standing, why, file, rebuttal }: Standing): Sentence {
  const from = [
    ...(file === null ? [] : [`guideline:${file}`]),
    ...(rebuttal === null ? [] : ["case:requests/rebuttals"]),
  ];
  const quote = rebuttal?.evidence?.quote ?? null;
  const shown = quote === null ? why : `${why.replace(/\.$/, "")} (${quoted(quote)}).`;
  return { text: `${source} (rank ${rank}) ${verbs[standing]}: ${lower(shown)}`, from };
}

const verbs: Readonly<Record<Standing["standing"], string>> = {
  governs: "governs",
  silent: "is silent",
  rebutted: "does not govern",
  outranked: "gives way",
  undecided: "is not decided",
  "not consulted": "is not consulted",
};

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** What is lacking while it is open whether a presumption is rebutted. */
export function openRebuttal({ standings }: Consulted): Standing | null {
  return standings.find(({ standing, rebuttal }) => standing === "undecided" && rebuttal !== null) ?? null;
}

/** What would have to be documented, as the list of what still matters names it. */
export function levelWanted({ source, rebuttal }: Standing): readonly string[] {
  return [
    ...(rebuttal?.level === null ? [`level of the evidence against ${source}`] : []),
    ...(rebuttal?.against === null ? [`level of the evidence that ${source} rests on`] : []),
  ];
}
