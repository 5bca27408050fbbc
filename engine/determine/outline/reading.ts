import { constant, everyNode, type Formula, type GuidelineProgram, rootsOf } from "../../ir/index.ts";
import { once } from "../../values/index.ts";
import { type Declared, declaredBy, type Scene } from "../scene.ts";

/** A guideline as it reads on one day: each definition by date means one thing. */
export interface Reading extends Declared {
  /** Of a definition by date, what it means on that day; any other formula as it is. */
  meaning(formula: Formula): Formula;
}

type ByDate = Formula & { readonly kind: "any" };

/** The guideline as it reads on the service date of a case; the same for all cases of which the same versions are in force. */
export function readingFor(of: Scene): Reading {
  const { dated, onDays } = readings(of.program);
  const inForce = dated.map((formula) => versionInForce(of, formula));
  const versions = inForce.join();
  const known = onDays.get(versions);
  if (known !== undefined) return known;
  const meanings = new Map<Formula, Formula>(
    dated.map((formula, at) => [formula, meaningOf(formula, inForce[at] ?? -1)]),
  );
  const read = {
    ...declaredBy(of.guideline, of.program),
    meaning: (formula: Formula) => meanings.get(formula) ?? formula,
  };
  onDays.set(versions, read);
  return read;
}

const readings = once((program: GuidelineProgram) => ({
  dated: datedIn(program),
  /** By the version of each definition that is in force. */
  onDays: new Map<string, Reading>(),
}));

function datedIn(program: GuidelineProgram): readonly ByDate[] {
  const rows = [...program.tables.values()].flatMap((table) => table.rows.map(({ formula }) => formula));
  const limits = program.services.flatMap((service) => service.limits.map(({ formula }) => formula));
  return everyNode([...rootsOf(program), ...limits, ...rows]).filter(
    (formula): formula is ByDate => formula.kind === "any" && formula.clause === "by date",
  );
}

/** The place of the version whose period the service date lies in; -1 for none. */
function versionInForce({ compiled, information }: Scene, { operands }: ByDate): number {
  return operands.findIndex((operand) => {
    const [period] = operand.kind === "all" ? operand.operands : [];
    return period !== undefined && compiled.answer(period, information) === "met";
  });
}

function meaningOf({ operands }: ByDate, version: number): Formula {
  const inForce = operands[version];
  const meaning = inForce?.kind === "all" ? inForce.operands[1] : undefined;
  return meaning ?? constant(false, "no meaning on the service date");
}
