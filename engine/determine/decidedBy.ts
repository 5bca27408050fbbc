import type { DecidingFact } from "./determination.ts";
import { datesTogether } from "./datesTogether.ts";
import { byFact, type FactValues, saidOf } from "./factValues.ts";
import type { Addressee } from "./judge.ts";
import { evidenceFor, type Scene } from "./scene.ts";

/** The facts that decided what guidelines come to on a case, in the order in which they ask them; each once. */
export function decidedBy(guidelines: readonly Addressee[]): readonly DecidingFact[] {
  const deciding = guidelines.flatMap(({ scene, service }) => {
    const quantities = scene.compiled.decidedBy(service.key, scene.information);
    const known = quantities.map((quantity) => ({
      quantity,
      values: scene.information.quantities.get(quantity)?.values ?? [],
    }));
    return byFact(scene, known).map((fact) => inWords(scene, datesTogether(scene, fact)));
  });
  return eachOnce(deciding);
}

function eachOnce(deciding: readonly DecidingFact[]): readonly DecidingFact[] {
  const names = new Set(deciding.map(({ fact }) => fact));
  if (names.size === deciding.length) return deciding;
  return [...new Map(deciding.toReversed().map((fact) => [fact.fact, fact])).values()].toReversed();
}

function inWords(of: Scene, { fact, parts }: FactValues): DecidingFact {
  const { admitted } = evidenceFor(of, fact.key);
  const [only, ...more] = admitted;
  // A course of treatment as the record gives it: what is tested of it may count its weeks as months.
  const asGiven = fact.type.kind === "treatment trial" && more.length === 0 ? only?.text : undefined;
  return { fact: fact.name, text: asGiven ?? parts.map((part) => saidOf(of, part)).join(", "), evidence: admitted };
}
