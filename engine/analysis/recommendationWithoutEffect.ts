import type { Recommendation } from "../../dsl/index.ts";
import { type About, asked, type Flaw, foundIn } from "./asked.ts";
import { isOwn } from "./parts.ts";
import { type Asked, notKnown, proved } from "./question.ts";
import type { ServiceSpace } from "./serviceSpace.ts";

/**
 * Recommendations without which the service would come out the same on every case; the last is tried first. One that is never met, or always, is
 * told of by itself.
 */
export function recommendationsWithoutEffect(tried: ServiceSpace): readonly Asked[] {
  let left = tried.recommendations;
  const answers: Asked[] = [];
  for (const each of tried.recommendations.filter(isOwn).toReversed()) {
    if (saysNothingToBeMet(tried, each) || tried.isConstant(each)) continue;
    const shorter = left.filter((one) => one !== each);
    const same = tried.isSameWith(tried.with(shorter));
    if (same === true) left = shorter;
    answers.push(answerOf(tried, each, shorter, same));
  }
  return answers.toReversed();
}

const saysNothingToBeMet = ({ parts }: ServiceSpace, each: Recommendation): boolean =>
  parts.recommendations.get(each)?.kind === "constant";

function answerOf(
  tried: ServiceSpace,
  each: Recommendation,
  others: readonly Recommendation[],
  same: boolean | null,
): Asked {
  const about: About = { span: each.criterion.span, name: `${tried.service.name} ${each.kind}` };
  const { file } = tried.program;
  if (same !== true) return asked("branch without effect", about, same === null ? notKnown : proved, file);
  const implying = others.find((other) => makesNeedless(tried, each, other));
  if (implying === undefined) return foundIn("branch without effect", file, about, plain(tried, each));
  return foundIn("implied criterion", file, about, {
    message: `This is not needed: ${whyNot(each)} by another recommendation for \`${tried.service.name}\`.`,
    labels: [{ span: implying.criterion.span, text: "says as much" }],
    hint: "Take out the one that is not meant, or say in what they were to differ.",
  });
}

const suffices = new Set<Recommendation["kind"]>(["if", "is covered", "red flag if"]);
const excludes = new Set<Recommendation["kind"]>(["excluded if", "is not covered"]);

function makesNeedless(tried: ServiceSpace, each: Recommendation, other: Recommendation): boolean {
  const [own, another] = [tried.criterion(each), tried.criterion(other)];
  const within = (one: typeof own, wider: typeof own): boolean => tried.never(one, tried.space.not(wider)) === true;
  if (suffices.has(each.kind) && suffices.has(other.kind)) return within(own, another);
  if (excludes.has(each.kind) && excludes.has(other.kind)) return within(own, another);
  return each.kind === other.kind && within(another, own);
}

function whyNot({ kind }: Recommendation): string {
  if (excludes.has(kind)) return "whatever it excludes is excluded";
  return suffices.has(kind) ? "whatever meets it is recommended" : "what it requires is required";
}

function plain(tried: ServiceSpace, each: Recommendation): Flaw {
  const own = tried.criterion(each);
  const excluded =
    suffices.has(each.kind) && tried.never(own, tried.addressed(), tried.space.not(tried.outcome("excluded"))) === true;
  return {
    message: excluded
      ? `Whatever meets this is excluded, so it never recommends \`${tried.service.name}\`.`
      : `This makes no difference: \`${tried.service.name}\` comes out the same on every case without it.`,
    hint: "Take it out, or say what it was meant to change.",
  };
}
