import { analyse } from "../../dsl/index.ts";
import { interpret, type Verdict, verdictOf } from "../../engine/evaluate/index.ts";
import { lower } from "../../engine/ir/index.ts";
import { reduceCase } from "../../engine/values/reduce/index.ts";
import { type Construct, listGuideline } from "./listConstructs.ts";
import type { Case, StatedValue } from "../../engine/values/index.ts";
import { caseWith, completions, type KnownList, type ListName } from "./listWorld.ts";

/** What the engine answers to a construct on a list, as a case states it. */
export function engineAnswers({ list, phrase }: Construct): (known: KnownList) => Verdict {
  const { value: guideline, diagnostics } = analyse({ name: "t.guideline", text: declaring(phrase) });
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`${phrase}: ${first.message}`);
  const program = lower(guideline);
  const answers = interpret(program);
  return (known) => {
    const of = stated(list, known);
    const [request] = of.requests;
    if (request === undefined) throw new Error("A case without a request");
    const reduced = reduceCase(guideline, program, of, request);
    const [problem] = reduced.diagnostics;
    if (problem !== undefined) throw new Error(`${phrase}: ${problem.message}`);
    return answers.answer("asked", reduced.value);
  };
}

/** What every list that the case leaves possible agrees on. */
export function enumerationAnswers({ list, isSo }: Construct, known: KnownList): Verdict {
  let [met, notMet] = [false, false];
  for (const requested of known.requested)
    for (const raw of completions(list, known)) {
      const so = isSo(raw, requested);
      met ||= so !== false;
      notMet ||= so !== true;
      if (met && notMet) return verdictOf(met, notMet);
    }
  return verdictOf(met, notMet);
}

function stated(list: ListName, { entries, complete, requested }: KnownList): Case {
  const known = entries.map(({ fields }) => ({ fields, evidence: null }));
  const [site, other] = requested;
  const requestedSite =
    site !== undefined && other === undefined ? [fact("requested site", { kind: "text", text: site })] : [];
  if (list !== "program") return caseWith({ facts: requestedSite, lists: [{ list, complete, entries: known }] });
  const course = entries[0]?.fields.find(({ field }) => field === "course")?.value;
  return caseWith({ facts: course === undefined ? [] : [fact("program", course)], lists: [] });
}

const fact = (name: string, value: StatedValue): Case["facts"][number] => ({
  fact: name,
  statements: [{ value, evidence: null }],
  asked: false,
  remark: null,
});

const declaring = (phrase: string): string => listGuideline("asked", `define asked\n  as ${phrase}\n\n`);
