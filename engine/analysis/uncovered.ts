import type { Recommendation } from "../../dsl/index.ts";
import type { TableProgram } from "../ir/index.ts";
import { type NodeId } from "../logic/index.ts";
import { CaseSpace } from "../witness/index.ts";
import { asked, shownIn } from "./asked.ts";
import { acceptedIn, type Parts } from "./parts.ts";
import { type Asked, notKnown, proved } from "./question.ts";
import type { ServiceSpace } from "./serviceSpace.ts";
import { assignmentInWords } from "./valueNames.ts";
import type { Shows } from "./witnessed.ts";

const problem = "uncovered region";

/**
 * A service of which it is said when it is not covered: answers to what that asks for with which neither that nor any recommendation can hold,
 * whatever else is documented.
 */
export function uncoveredByService(tried: ServiceSpace, show: Shows): readonly Asked[] {
  const { service, program, recommendations, space } = tried;
  const of = (...kinds: readonly string[]) =>
    recommendations.filter(
      (each) => kinds.includes(each.kind) && tried.parts.recommendations.get(each)?.kind !== "constant",
    );
  const [covered, denied] = [of("if", "red flag if"), of("is not covered")];
  if (covered.length === 0 || denied.length === 0 || recommendations.some(({ kind }) => leavesNothing.has(kind)))
    return [];
  const about = { span: service.span, name: service.name };
  const silent = silentRegion(tried, [...covered, ...denied], denied);
  const can = space.canBe(silent);
  if (can !== true) return [asked(problem, about, can === null ? notKnown : proved, program.file)];
  const values = space.satisfying(silent).next().value;
  const such = values === undefined ? "this" : assignmentInWords(tried.parts.guideline, program, values);
  return [
    shownIn(
      problem,
      program.file,
      about,
      {
        message: `Of ${such}, it is said neither that \`${service.name}\` is covered nor that it is not.`,
        hint: "Such cases come out as “criteria not met”. Say of them what the publication says, or `otherwise not addressed`.",
        labels: denied.map(({ criterion }) => ({ span: criterion.span, text: "does not speak of it" })),
        within: (where) => tried.never(silent, space.not(tried.node(where))) === true,
      },
      show(space, silent, ({ outcome }) => outcome(service.key) === "criteria not met"),
    ),
  ];
}

const leavesNothing = new Set<Recommendation["kind"]>(["is covered", "otherwise not addressed"]);

/** About the quantities of the exclusions alone. */
function silentRegion(tried: ServiceSpace, said: readonly Recommendation[], denied: readonly Recommendation[]): NodeId {
  const { space } = tried;
  const asks = new Set(denied.flatMap((each) => space.supportOf(tried.criterion(each))));
  const spoken = space.all([space.possible, space.any(said.map((each) => tried.criterion(each)))]);
  const others = space.supportOf(spoken).filter((quantity) => !asks.has(quantity));
  const somehow = others.reduce((node, quantity) => space.sometimes(quantity, node), spoken);
  return space.all([tried.addressed(), space.not(somehow)]);
}

/** Tables and schedules without a value on some case. A score without a row that applies is 0. */
export function uncoveredByTable(parts: Parts, table: TableProgram, budget: number, show: Shows): readonly Asked[] {
  const { policy, otherwise, name, span, form } = table.table;
  if (policy === "points added up" || otherwise !== null || span.file !== undefined) return [];
  const { program, guideline } = parts;
  const about = { span, name };
  const rows = table.rows.map(({ formula }) => formula);
  const space = new CaseSpace({ guideline, program, formulas: [...rows, ...acceptedIn(parts)] }, { budget });
  const none = space.not(space.any(rows.map((row) => space.formula(program, row))));
  const can = space.canBe(none);
  if (can !== true) return [asked(problem, about, can === null ? notKnown : proved, program.file)];
  const values = space.satisfying(none).next().value;
  const such = values === undefined ? "" : `, such as ${assignmentInWords(guideline, program, values)}`;
  return [
    shownIn(
      problem,
      program.file,
      about,
      {
        message: `Of some cases${such}, no row of \`${name}\` speaks: it has no value there.`,
        hint: `What tests the ${form} is then not met. Add the rows that are missing, or a last row \`otherwise\`.`,
        within: (where) => space.canBe(space.all([none, space.not(space.formula(program, where))])) === false,
      },
      show(space, none, ({ answer }) => rows.every((row) => answer(row) === "not met")),
    ),
  ];
}
