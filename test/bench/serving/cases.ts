import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { caseData, decodeCase } from "../../../engine/values/case/index.ts";
import { type Chance, seeded } from "../rules/index.ts";

/** Which cases come: those of the set again and again; 200 others in rotation; no case twice. */
export type Coming = "repeated" | "rotating" | "distinct";

const IN_ROTATION = 200;
/** Of a case that is made of one of the set, one fact in so many is left out. */
const LEFT_OUT = 10;

/** Gives the bodies of requests one after the other, made of the cases of a shipped set. */
export function requests(set: string, coming: Coming): () => string {
  const folder = join(import.meta.dirname, "../../../guidelines", set, "cases");
  const cases = readdirSync(folder).flatMap((name) => {
    const { value } = decodeCase({ name, text: readFileSync(join(folder, name), "utf8") });
    return value === null ? [] : [caseData(value)];
  });
  const chance = seeded(1);
  const bodyOf = (at: number, isOther: boolean): string => {
    const of = cases[at % cases.length] ?? {};
    return JSON.stringify({ set, case: isOther ? otherwise(of, `Case ${at}`, chance) : of });
  };
  const some = Array.from({ length: IN_ROTATION }, (_, at) => bodyOf(at, coming === "rotating"));
  const kept = coming === "repeated" ? some.slice(0, cases.length) : some;
  let sent = 0;
  return () => {
    sent += 1;
    return coming === "distinct" ? bodyOf(sent, true) : (kept[sent % kept.length] ?? "");
  };
}

/** Another case of the kind: another name, and not quite as well documented. */
function otherwise(of: Readonly<Record<string, unknown>>, name: string, chance: Chance): object {
  const { facts, ...rest } = of;
  const said = typeof facts === "object" && facts !== null ? Object.entries(facts) : [];
  return { ...rest, case: name, facts: Object.fromEntries(said.filter(() => chance(LEFT_OUT) > 0)) };
}
