import { type Problem, problem } from "../diagnostic/index.ts";
import type { DeclarationOf, Run, Word } from "../syntax/index.ts";
import { codeExamples, codePatterns } from "./literals.ts";
import type { ServiceItem } from "./model.ts";
import { nameKey, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import type { Code, CodeSystem } from "./types.ts";

export interface ReadItems {
  readonly items: readonly ServiceItem[];
  readonly problems: readonly Problem[];
}

/** The lines of a service: `MRI of the cervical spine without contrast    CPT 72141` */
export function readItems(declaration: DeclarationOf<"service">): ReadItems {
  const problems: Problem[] = [];
  const items = declaration.body.flatMap((clause) => (clause.kind === "line" ? [readItem(clause.run, problems)] : []));
  return { items, problems };
}

const systemWords: readonly (readonly [string, CodeSystem])[] = [
  ["cpt", "CPT"],
  ["hcpcs", "HCPCS"],
  ["icd-10-cm", "ICD-10-CM"],
  ["snomed ct", "SNOMED CT"],
  ["loinc", "LOINC"],
];

function readItem({ words, span }: Run, problems: Problem[]): ServiceItem {
  const at = words.findIndex((_, index) => index > 0 && systemAt(words, index) !== null);
  const name = wordsText(at < 0 ? words : words.slice(0, at)).replace(/,$/, "");
  const codes = at < 0 ? [] : readCodes(words.slice(at), problems);
  return { name, key: nameKey(name), codes, span };
}

function systemAt(words: readonly Word[], index: number): { system: CodeSystem; size: number } | null {
  for (const [spelling, system] of systemWords) {
    const size = spelling.split(" ").length;
    const said = words.slice(index, index + size).map((word) => word.text.toLowerCase());
    if (said.join(" ") === spelling) return { system, size };
  }
  return null;
}

/** `CPT 72141`, `CPT 72141, 72142, HCPCS E1390` */
function readCodes(words: readonly Word[], problems: Problem[]): readonly Code[] {
  let system: CodeSystem = "CPT";
  return splitAtCommas(words).flatMap((part) => {
    const named = systemAt(part, 0);
    if (named) system = named.system;
    const rest = part.slice(named?.size ?? 0);
    return rest.length === 0 ? [] : readCode(system, rest, problems);
  });
}

function readCode(system: CodeSystem, words: readonly Word[], problems: Problem[]): readonly Code[] {
  const code = wordsText(words).toUpperCase();
  if (codePatterns[system].test(code)) return [{ system, code }];
  problems.push(
    problem("E0406", spanOfWords(words), `\`${wordsText(words)}\` is not a code of ${system}.`, {
      hint: `${system} codes look like \`${codeExamples[system]}\`.`,
    }),
  );
  return [];
}
