import { authorityStated } from "./authorityStated.ts";
import { asClause, isolated, quoted, sentence } from "../words/index.ts";
import type { Governing, Sentence } from "./determination.ts";
import { fromNode, fromRequest, type Governed, type Ground, said } from "./ground.ts";
import { limitsStated } from "./limits.ts";
import { type Node, withParts } from "./node.ts";
import { criteriaInWords, recommends } from "./outline/index.ts";

/** What the guideline relied on says of the service, in its own wording. */
export function guidelineStates(ground: Ground): readonly Sentence[] {
  const order = ground.authority === null ? [] : authorityStated(ground.authority);
  return [...order, ...(ground.governed === null ? notAddressed(ground) : governed(ground.governed))];
}

function governed(of: Governed): readonly Sentence[] {
  const service =
    of.scene.guideline.services.find((each) => each.key === of.governing.service)?.name ?? of.governing.service;
  return [
    ...changed(of.governing),
    ...supported(of, service),
    ...limitsStated(of),
    ...exclusionStated(of, service),
    ...scopeStated(of),
  ];
}

/** What a local guideline changes in the one it rests on. */
function changed({ guideline, file, changes }: Governing): readonly Sentence[] {
  if (changes === null) return [];
  const from = `guideline:${file}`;
  const rest = changes.sentences.length === 0 ? "changes nothing in it" : "changes it as follows";
  const first = sentence(`${quoted(guideline)} rests on ${quoted(changes.base)} and ${rest}`);
  return [first, ...changes.sentences].map((text) => said(text, from));
}

function supported(of: Governed, service: string): readonly Sentence[] {
  if (!recommends(of.criteria.outline)) return [];
  if (of.criteria.outline.formula.kind === "constant") return [coveredStated(of, service)];
  const words = `According to ${publishedIn(of.governing)}, a request for ${service} is supported if ${criteriaInWords(of.criteria.outline)}`;
  const from = withParts(of.criteria).flatMap((node) => fromNode(of.scene, node));
  return [said(sentence(words), `guideline:${of.governing.file}`, ...from), ...published(of, of.criteria)];
}

/** Wording over a list of criteria that goes into no sentence of ours. */
function published({ scene }: Governed, node: Node): readonly Sentence[] {
  const { named, gloss } = node.outline;
  if (named || gloss === null) return [];
  return [said(sentence(`In its own words: ${gloss}`), ...fromNode(scene, node))];
}

/** `S is covered` */
function coveredStated({ governing, criteria, scene }: Governed, service: string): Sentence {
  return said(sentence(`According to ${publishedIn(governing)}, ${service} is covered`), ...fromNode(scene, criteria));
}

function exclusionStated({ exclusion, scene, governing, criteria }: Governed, service: string): readonly Sentence[] {
  if (exclusion === null) return [];
  if (exclusion.outline.formula.kind === "constant")
    return [
      said(
        sentence(`According to ${publishedIn(governing)}, ${service} is not covered`),
        ...fromNode(scene, exclusion),
      ),
    ];
  const opening = recommends(criteria.outline)
    ? `It excludes a request for ${service}`
    : `According to ${publishedIn(governing)}, a request for ${service} is excluded`;
  return [said(sentence(`${opening} if ${criteriaInWords(exclusion.outline)}`), ...fromNode(scene, exclusion))];
}

function scopeStated({ scope, scene }: Governed): readonly Sentence[] {
  if (scope === null) return [];
  return [said(sentence(scopeWords(scope)), ...fromNode(scene, scope))];
}

function scopeWords(scope: Node): string {
  if (scope.finding.answer === "met") return `It applies to this request: ${asClause(scope.outline.phrase)}`;
  return `It applies only if ${asClause(scope.outline.phrase)}, and whether that is so is not documented`;
}

function notAddressed(ground: Ground): readonly Sentence[] {
  const service = isolated(ground.request.service);
  const first = said(
    sentence(`No guideline of ${quoted(ground.set)} that is in force addresses ${service}`),
    fromRequest(ground, "service"),
  );
  const others = ground.outOfScope.map(({ scene, scope }) =>
    said(
      sentence(
        `${quoted(scene.guideline.title)} applies only if ${asClause(scope.outline.phrase)}, which is not so here`,
      ),
      ...fromNode(scene, scope),
    ),
  );
  const silent = ground.silent.map(({ scene, criteria }) =>
    said(
      sentence(
        `${quoted(scene.guideline.title)} leaves this request unaddressed; it speaks of it only if ${criteriaInWords(criteria.outline)}`,
      ),
      ...fromNode(scene, criteria),
    ),
  );
  return [first, ...others, ...silent];
}

/** `ACOEM Practice Guidelines, 2nd edition, Chapter 8, pages 177-179`; without a source the guideline's own title. */
function publishedIn({ source, guideline }: Governing): string {
  if (source === null) return quoted(guideline);
  return [source.title, source.locator].filter((part) => part !== null).join(", ");
}

/** `MTUS, ACOEM Practice Guidelines, 2nd edition, Chapter 8, Neck and Upper Back Complaints, pages 177-179` */
export function sourceInWords({ source, guideline, adoptedBy }: Governing): string {
  const title = source?.title.includes(guideline) ? null : guideline;
  return [...adoptedBy, source?.title ?? null, title, source?.locator ?? null]
    .filter((part) => part !== null)
    .join(", ");
}
