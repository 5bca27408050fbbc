import { shippedSets } from "../../guidelines/shippedSet.ts";
import { editsOf, judge } from "./shippedEdits.ts";
import { startZ3 } from "./oracle.ts";

/* `node test/agreement/z3/main.ts 3`: every third edit of the shipped sets, compared and judged by Z3. */

/** Nothing is freed while Z3 runs, and it has two gigabytes. */
const editsOfOneStart = 300;

const oneOf = Number(process.argv[2] ?? 1);
let [edits, formulas] = [0, 0];
const wrong: string[] = [];
let z3 = await startZ3();
for (const set of shippedSets) {
  for (const [at, edit] of editsOf(set).entries()) {
    if (at % oneOf !== 0) continue;
    const judged = await judge(z3.context, edit);
    edits += 1;
    formulas += judged.formulas;
    wrong.push(...judged.wrong);
    if (edits % editsOfOneStart !== 0) continue;
    z3.stop();
    z3 = await startZ3();
  }
  process.stdout.write(`${set}: ${edits} edits, ${formulas} formulas, ${wrong.length} wrong so far\n`);
}
for (const each of wrong) process.stdout.write(`${each}\n`);
z3.stop();
process.exitCode = wrong.length === 0 ? 0 : 1;
