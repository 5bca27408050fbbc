import type { Recommendation } from "../../dsl/index.ts";
import { type NodeId, TOO_LARGE } from "../logic/index.ts";
import { asked, shownIn } from "./asked.ts";
import { isOwn } from "./parts.ts";
import { type Asked, notKnown, proved } from "./question.ts";
import type { ServiceSpace } from "./serviceSpace.ts";
import { assignmentInWords } from "./valueNames.ts";
import type { Shows } from "./witnessed.ts";

const problem = "conflicting recommendations";

const recommending = new Set<Recommendation["kind"]>(["if", "is covered", "red flag if"]);
const excluding = new Set<Recommendation["kind"]>(["excluded if", "is not covered"]);

/**
 * A recommendation and an exclusion that both hold on a case, where the exclusion is no exception to the recommendation. It is taken for an
 * exception where it asks of a fact that the recommendation leaves aside, or lies in what that recommends.
 */
export function conflictsWithin(tried: ServiceSpace, show: Shows): readonly Asked[] {
  const named = tried.recommendations.filter((each) => tried.parts.recommendations.get(each)?.kind !== "constant");
  const [given, denied] = [recommending, excluding].map((kinds) => named.filter(({ kind }) => kinds.has(kind)));
  return (denied ?? []).filter(isOwn).map((exclusion) => conflict(tried, given ?? [], exclusion, show));
}

function conflict(tried: ServiceSpace, given: readonly Recommendation[], denied: Recommendation, show: Shows): Asked {
  const { file } = tried.program;
  const about = { span: denied.criterion.span, name: `${tried.service.name} ${denied.kind}` };
  const clashes = given.map((each) => isClash(tried, each, denied));
  const clashing = given.filter((_, at) => clashes[at] === true);
  if (clashing.length === 0) return asked(problem, about, clashes.includes(null) ? notKnown : proved, file);
  const recommended = tried.space.any(clashing.map((each) => tried.criterion(each)));
  const both = tried.space.all([tried.addressed(), recommended, tried.criterion(denied)]);
  const values = tried.space.satisfying(both).next().value;
  const such =
    values === undefined ? "" : `, such as ${assignmentInWords(tried.parts.guideline, tried.program, values)},`;
  return shownIn(
    problem,
    file,
    about,
    {
      message: `Some cases${such} are both recommended and excluded for \`${tried.service.name}\`.`,
      labels: clashing.map(({ criterion }) => ({ span: criterion.span, text: "recommends it there" })),
      hint: "The exclusion decides there. If it is meant as an exception, write it below the recommendation with `but not if`; if not, let the two begin where the other ends.",
      within: (where) => tried.never(both, tried.space.not(tried.node(where))) === true,
    },
    show(
      tried.space,
      both,
      ({ answer, outcome }) =>
        outcome(tried.service.key) === "excluded" && clashing.some((each) => answer(tried.formulaOf(each)) === "met"),
    ),
  );
}

function isClash(tried: ServiceSpace, given: Recommendation, denied: Recommendation): boolean | null {
  const [recommended, excluded] = [tried.criterion(given), tried.criterion(denied)];
  const apart = tried.never(tried.addressed(), recommended, excluded);
  if (apart !== false) return apart === null ? null : false;
  const needed = new Set(tried.space.supportOf(excluded));
  const all = tried.space.supportOf(recommended);
  if ([...needed].some((quantity) => !all.includes(quantity))) return false;
  const somehow = all
    .filter((quantity) => !needed.has(quantity))
    .reduce<NodeId>((node, quantity) => tried.space.sometimes(quantity, node), recommended);
  if (somehow === TOO_LARGE) return null;
  const inside = tried.never(excluded, tried.space.not(somehow));
  return inside === null ? null : !inside;
}
