import type { Diagnostic, Guideline } from "../../dsl/index.ts";
import { decodeCase } from "../values/case/index.ts";
import type { Case } from "../values/index.ts";
import { declarationsOf, fieldName, leavingOut, type Undeclared, undeclaredIn } from "../values/reduce/index.ts";
import type { NamedText } from "../values/yaml/index.ts";
import { checkerOf, understood } from "./caseChecks.ts";
import type { GuidelineSet } from "./guidelineSet.ts";

/** A case as it is asked of a set. */
export interface ReadCase {
  /** All that it says; `null`: it cannot be read. */
  readonly whole: Case | null;
  /** What is determined of it: without its expectations, which no determination looks at, and without what is left out. */
  readonly asked: Case | null;
  /** Names, as `undeclaredIn` spells them. */
  readonly leftOut: readonly string[];
  /** What it states that the set does not declare and that is not left out: each is an error among the diagnostics. */
  readonly unknown: readonly Undeclared[];
  readonly diagnostics: readonly Diagnostic[];
}

export type CaseReader = (text: NamedText, leaveOut?: readonly string[]) => ReadCase;

/**
 * Reads cases against a set that stays as it is: each as `readSet` reads it among the files of the set, of which nothing is
 * read again. `leaveOut` names what is not asked of the set; only what it does not declare ever is.
 */
export function caseReader(set: GuidelineSet): CaseReader {
  const declared = understood([...set.readings.values()]);
  const ask = declared === null ? unasked : askerOf(declared);
  return (text, leaveOut = []) => {
    const { value: whole, diagnostics } = decodeCase(text);
    if (whole === null) return { whole, asked: null, leftOut: [], unknown: [], diagnostics };
    const asked = ask(withoutExpectations(whole), leaveOut);
    return { ...asked, whole, diagnostics: [...diagnostics, ...asked.diagnostics] };
  };
}

type Asked = Omit<ReadCase, "whole">;

/** While a guideline is not understood nobody knows which facts it declares. */
const unasked = (asked: Case): Asked => ({ asked, leftOut: [], unknown: [], diagnostics: [] });

function askerOf(guidelines: readonly Guideline[]): (of: Case, leaveOut: readonly string[]) => Asked {
  const declarations = declarationsOf(guidelines);
  const check = checkerOf(guidelines);
  return (of, leaveOut) => {
    const { case: asked, leftOut } =
      leaveOut.length === 0 ? { case: of, leftOut: [] } : leavingOut(of, leaveOut, declarations);
    const diagnostics = check(asked);
    const unknown = diagnostics.some(({ code }) => code === "E0617") ? undeclaredIn(asked, declarations) : [];
    return { asked, leftOut, unknown, diagnostics };
  };
}

function withoutExpectations(of: Case): Case {
  if (of.requests.every(({ expect }) => expect === null)) return of;
  return { ...of, requests: of.requests.map((request) => ({ ...request, expect: null })) };
}

/** All that a set declares and a case may state, spelt as `undeclaredIn` would. */
export function namesDeclared({ guidelines }: GuidelineSet): readonly string[] {
  return guidelines.flatMap(({ guideline: { facts, lists } }) => [
    ...facts.map(({ name }) => name),
    ...lists.flatMap(({ name, fields }) => [name, ...fields.map((field) => fieldName(name, field.name))]),
  ]);
}
