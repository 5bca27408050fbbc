import type { Definition } from "../../dsl/index.ts";
import { definitionOf } from "../ir/index.ts";
import { type Renames, type Sameness, paired, sameFunctions } from "./matching/index.ts";
import { type Comparing, compareSubject, type SubjectCompared, unchanged } from "./subject.ts";

/** A definition that means something else now, or is called otherwise. */
export interface DefinitionCompared extends SubjectCompared {
  readonly definition: string;
  /** Its former name, where it has another now. */
  readonly called: string | null;
  readonly change: "compared" | "added" | "removed";
}

/** Those of which something is to be told: what is the same under the same name is left out. */
export function compareDefinitions(of: Sameness, renames: Renames, options: Comparing): readonly DefinitionCompared[] {
  const [before, now] = [of.before.guideline.definitions, of.now.guideline.definitions];
  const pairs = paired(before, now, [
    (one, other) => one.key === other.key,
    (one, other) => !known(now, one) && !known(before, other) && isSame(of, one, other),
  ]);
  return pairs.flatMap((pair): readonly DefinitionCompared[] => {
    if (pair.before === null) return [oneOnly(pair.now, "added")];
    if (pair.now === null) return [oneOnly(pair.before, "removed")];
    const subject = { kind: "definition", before: pair.before.key, now: pair.now.key } as const;
    const compared = isSame(of, pair.before, pair.now) ? unchanged : compareSubject(of, subject, renames, options);
    const called = pair.before.key === pair.now.key ? null : pair.before.name;
    if (compared.verdict === "same" && called === null) return [];
    return [{ ...compared, definition: pair.now.name, called, change: "compared" }];
  });
}

const known = (all: readonly Definition[], { key }: Definition): boolean => all.some((each) => each.key === key);

/** Met by the same completions; what is assumed of cases is no matter of one definition. */
function isSame(of: Sameness, before: Definition, now: Definition): boolean {
  return sameFunctions(of, [definitionOf(of.before.program, before.key)], [definitionOf(of.now.program, now.key)]);
}

/** What only one version defines is no answer of a guideline by itself. */
function oneOnly({ name }: Definition, change: "added" | "removed"): DefinitionCompared {
  return { ...unchanged, definition: name, called: null, change };
}
