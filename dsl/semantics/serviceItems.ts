import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { DeclarationOf, Run, Word } from "../syntax/index.ts";
import { codeShapes, systemAt, wrongCode } from "./codes/index.ts";
import type { ServiceItem } from "./model.ts";
import { nameKey, runText, splitAtCommas, wordsText } from "./names.ts";
import { spanOfWords } from "./phrases.ts";
import type { Code, CodeSystem } from "./types.ts";

export interface ReadItems {
  readonly items: readonly ServiceItem[];
  readonly problems: readonly Problem[];
}

/** The lines of a service: `MRI of the cervical spine without contrast    CPT 72141`. `faulty`: some may be missing. */
export function readItems(declaration: DeclarationOf<"service">, faulty = false): ReadItems {
  const problems: Problem[] = [];
  const items = declaration.body.flatMap((clause) => (clause.kind === "line" ? [readItem(clause.run, problems)] : []));
  if (items.length === 0 && !faulty) problems.push(withoutItems(declaration.name));
  return { items, problems };
}

function withoutItems(name: Run): Problem {
  return problem("W0316", name.span, `Nothing can be asked for under \`${runText(name)}\`.`, {
    severity: "warning",
    hint: "Write below it what can be asked for, one a line, with its codes: `MRI of the cervical spine without contrast    CPT 72141`.",
  });
}

/** `CT neck 72125`: without its system the code is taken for a part of the name. */
function codeWithoutSystem(words: readonly Word[]): Problem | null {
  const last = words.at(-1);
  const system =
    last && (["CPT", "HCPCS"] as const).find((name) => codeShapes[name].pattern.test(last.text.toUpperCase()));
  if (!last || !system || words.length < 2) return null;
  return problem("W0317", last.span, `\`${last.text}\` looks like a code, and is read as a part of the name.`, {
    severity: "warning",
    hint: `Write its system before it: \`${system} ${last.text}\`.`,
    fixes: [replace(`Write ${system} ${last.text}`, last.span, `${system} ${last.text}`)],
  });
}

function readItem({ words, span }: Run, problems: Problem[]): ServiceItem {
  const at = words.findIndex((_, index) => index > 0 && systemAt(words, index) !== null);
  const name = wordsText(at < 0 ? words : words.slice(0, at)).replace(/,$/, "");
  const codes = at < 0 ? [] : readCodes(words.slice(at), problems);
  const unsaid = at < 0 ? codeWithoutSystem(words) : null;
  if (unsaid) problems.push(unsaid);
  return { name, key: nameKey(name), codes, span };
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
  const text = wordsText(words);
  const wrong = wrongCode(text, text.toUpperCase(), system, spanOfWords(words));
  if (!wrong) return [{ system, code: text.toUpperCase() }];
  const several =
    words.length > 1 &&
    words.every((word) => wrongCode(word.text, word.text.toUpperCase(), system, word.span) === null);
  problems.push(several ? withoutCommas(system, words) : wrong);
  return [];
}

function withoutCommas(system: CodeSystem, words: readonly Word[]): Problem {
  const listed = words.map(({ text }) => text).join(", ");
  return problem("E0406", spanOfWords(words), `\`${wordsText(words)}\` is not a code of ${system}.`, {
    hint: `Put commas between codes: \`${system} ${listed}\`.`,
    fixes: [replace(`Write ${listed}`, spanOfWords(words), listed, true)],
  });
}
