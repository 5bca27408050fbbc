import { once, type Outcome } from "../values/index.ts";
import { asClause, isolated, listed, quoted, sentence } from "../words/index.ts";
import { openRebuttal } from "./authorityStated.ts";
import type { Sentence } from "./determination.ts";
import { exceededInWords, modifiedBy } from "./limits.ts";
import { fromNode, fromRequest, type Governed, type Ground, said } from "./ground.ts";
import { grounds, isMet } from "./grounds.ts";
import { type Node, withParts } from "./node.ts";
import { type Outline, recommends } from "./outline/index.ts";

/** The first sentence of a rationale: what is decided. */
export function decisionStated(ground: Ground): readonly Sentence[] {
  const request = `The request for ${isolated(ground.request.service)}`;
  const from = [
    fromRequest(ground, "service"),
    ...(ground.governed === null ? [] : fromNode(ground.governed.criteria)),
  ];
  if (ground.contradicts.length > 0) return [said(sentence(`${request} is not decided`), ...from)];
  if (overridden(ground)) return [said(differing(ground), ...from)];
  return [said(sentence(`${request} ${necessity[ground.outcome]}${limitation(ground)}`), ...from)];
}

function differing({ request }: Ground): string {
  return sentence(
    `The reviewer's decision on the request for ${isolated(request.service)} differs from what the criteria propose`,
  );
}

/** `, limited to use is sleep`, of a request that is necessary in part. */
function limitation({ outcome, governed }: Ground): string {
  return outcome === "modified" && governed !== null ? `, limited to ${exceededInWords(governed)}` : "";
}

const necessity: Readonly<Record<Outcome, string>> = {
  "criteria met": "is medically necessary",
  "criteria not met": "is not medically necessary",
  "information needed": "is not shown to be medically necessary",
  modified: "is medically necessary in part",
  excluded: "is excluded by the guideline",
  "not addressed": "is not addressed",
};

/** Why it comes out so, and what becomes of the administrator's decision. */
export function conclusion(ground: Ground): readonly Sentence[] {
  if (ground.contradicts.length > 0) return [refused(ground.contradicts)];
  const because = ground.governed === null ? [] : deciding(ground, ground.governed);
  return [...because, ...proposal(ground), ...override(ground)];
}

/** Nothing follows from a case that cannot be so. */
function refused(contradicts: readonly string[]): Sentence {
  const assumptions = listed(contradicts.map(quoted), "and");
  return said(sentence(`The case contradicts what the guideline assumes, ${assumptions}; nothing is decided on it`));
}

function deciding(ground: Ground, of: Governed): readonly Sentence[] {
  switch (ground.outcome) {
    case "criteria met":
      return [metBy(of), ...waived(of)];
    case "criteria not met":
      return [said("What the guideline asks for is not met on this record.", ...fromNode(of.criteria))];
    case "modified":
      return [metBy(of), ...waived(of), modifiedBy(of)];
    case "excluded":
      return excludedBy(of);
    case "information needed":
      return [presumptionOpen(ground) ?? undecided(of)];
    default:
      return [];
  }
}

function presumptionOpen({ authority, index }: Ground): Sentence | null {
  const open = authority === null ? null : openRebuttal(authority);
  if (open === null) return null;
  return said(
    sentence(
      `Whether the presumption of ${open.source} is rebutted is not documented, so it is open which guideline decides`,
    ),
    `case:requests/${index}/rebuttals`,
  );
}

function undecided({ scope, exclusion, criteria, limits }: Governed): Sentence {
  if (scope?.finding.answer === "not documented") {
    return said("Whether the guideline applies to this request at all is not documented.", ...fromNode(scope));
  }
  if (exclusion?.finding.answer === "not documented" && criteria.finding.answer === "met") {
    return said("The criteria are met, but whether the request is excluded is not documented.", ...fromNode(exclusion));
  }
  if (limits.length > 0 && criteria.finding.answer === "met" && exclusion?.finding.answer !== "not documented") {
    return said(
      "The criteria are met, but whether the request keeps within what the guideline limits it to is not documented.",
      ...limits.flatMap(({ node }) => fromNode(node)),
    );
  }
  if (exclusion !== null && !recommends(criteria.outline)) {
    return said("Whether the request is excluded is not documented.", ...fromNode(exclusion));
  }
  return said("On this record the criteria are neither met nor ruled out.", ...fromNode(criteria));
}

function metBy(of: Governed): Sentence {
  const { criteria } = of;
  const met = grounds(criteria);
  const from = [criteria, ...met].flatMap((node) => fromNode(node));
  if (met.length === 0) return said("The criteria are met either way, however the open facts turn out.", ...from);
  const words = `What the guideline asks for is met: ${listed(
    met.map(({ outline }) => outline.phrase.text),
    "and",
  )}`;
  return said(sentence(words), ...from);
}

const mayBeWaived = once(({ group, parts }: Outline): { readonly inPart: boolean } => ({
  inPart: group?.kind === "waived" || parts.some((part) => mayBeWaived(part).inPart),
}));

/** Each criterion that counts as met only because it is waived, and why. */
function waived({ criteria }: Governed): readonly Sentence[] {
  if (!mayBeWaived(criteria.outline).inPart) return [];
  return withParts(criteria).flatMap(({ outline, parts: [criterion, ...waivers] }) => {
    const holding = waivers.filter(isMet);
    if (outline.group?.kind !== "waived" || criterion === undefined || isMet(criterion) || holding.length === 0)
      return [];
    const why = listed(
      holding.flatMap(grounds).map((node) => asClause(node.outline.phrase)),
      "and",
    );
    const from = [criterion, ...holding].flatMap((node) => fromNode(node));
    return [said(sentence(`This case need not meet ${required(criterion)}: it is waived because ${why}`), ...from)];
  });
}

/** `a strengthening program of at least 6 weeks`, `“pain lasted at least 4 weeks”` */
function required({ outline: { phrase } }: Node): string {
  return phrase.form === "clause" ? `what is asked, that ${phrase.text}` : phrase.text;
}

function excludedBy({ exclusion }: Governed): readonly Sentence[] {
  if (exclusion === null) return [];
  const met = grounds(exclusion);
  const words = listed(
    (met.length === 0 ? [exclusion] : met).map((node) => `${node.outline.phrase.text}${holding(node)}`),
    "and",
  );
  const from = [exclusion, ...met].flatMap((node) => fromNode(node));
  return [said(sentence(`The guideline excludes this request: ${words}`), ...new Set(from))];
}

/** Which of several criteria hold, where published wording speaks of all of them: ` (cardiac pacemaker)`. */
function holding({ outline: { named, group }, parts }: Node): string {
  const met = parts.filter(isMet);
  if (!named || group?.kind !== "any" || met.length === 0) return "";
  return ` (${listed(
    met.map(({ outline }) => outline.phrase.text),
    "and",
  )})`;
}

function proposal(ground: Ground): readonly Sentence[] {
  const consequence = overridden(ground) ? "" : consequenceOf(ground);
  const lead = overridden(ground) ? "By the criteria alone" : "As such";
  const from = [
    fromRequest(ground, "administrator"),
    ...(ground.governed === null ? [] : [ground.governed.criteria.finding.id]),
  ];
  return [said(sentence(`${lead}, ${closing[ground.outcome]}${limitation(ground)}${consequence}`), ...from)];
}

function consequenceOf({ review, decision }: Ground): string {
  if (review === null) return "";
  const administrators = "the claims administrator's decision";
  return decision === null
    ? `; it is proposed that ${administrators} be ${review}`
    : `, and ${administrators} is ${review}`;
}

const closing: Readonly<Record<Outcome, string>> = {
  "criteria met": "this request is medically necessary",
  "criteria not met": "this request is not medically necessary",
  "information needed": "the medical necessity of this request is not established by the record",
  modified: "this request is medically necessary in part",
  excluded: "this request is excluded",
  "not addressed": "the guideline set proposes no decision on this request",
};

function overridden({ decision }: Ground): boolean {
  return decision !== null && !decision.accepted;
}

/** The reviewer's own decision where it differs, with the reason given. */
function override(ground: Ground): readonly Sentence[] {
  const { decision, review } = ground;
  if (decision === null || decision.accepted) return [];
  const from = fromRequest(ground, "decision");
  const administrators = "the claims administrator's decision";
  const own =
    review === null
      ? `The criteria propose nothing; the reviewer decides that ${administrators} is ${decision.review}`
      : `The criteria propose that ${administrators} be ${review}; the reviewer decides that it is ${decision.review}`;
  const reason =
    decision.reason === null ? "The reviewer gives no reason" : `The reviewer's reason: ${quoted(decision.reason)}`;
  return [said(sentence(own), from), said(sentence(reason), from)];
}
