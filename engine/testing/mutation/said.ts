import type { GuidelineInSet } from "../../determine/index.ts";
import { agreedOutcome, interpret } from "../../evaluate/index.ts";
import type { Case } from "../../values/index.ts";
import { reduceCase } from "../../values/reduce/index.ts";
import { isOpen } from "./asTaken.ts";
import type { Subject } from "./subjects.ts";
import type { Variant } from "./variants.ts";

/** What a guideline says of a case by the interpreter alone: an outcome, or the answer to a definition. */
export function saidOf(own: GuidelineInSet, { kind, key }: Subject, of: Case): string | null {
  const [request] = of.requests;
  if (request === undefined) return null;
  const { program } = own.compiled;
  const { value: information } = reduceCase(own.guideline, program, of, request);
  const taken = takenIn(own);
  const answers = interpret(taken && isOpen(taken.test, information) ? taken.always.program : program);
  return kind === "service" ? agreedOutcome(answers.outcomes(key, information)) : answers.answer(key, information);
}

function takenIn(own: GuidelineInSet | Variant): Variant["taken"] {
  return "taken" in own ? own.taken : null;
}
