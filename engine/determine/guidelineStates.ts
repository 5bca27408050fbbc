import { authorityStated } from "./authorityStated.ts";
import { once } from "../values/index.ts";
import { asClause, isolated, quoted, sentence } from "../words/index.ts";
import type { Governing, Sentence } from "./determination.ts";
import { fromNode, fromRequest, type Governed, type Ground, said } from "./ground.ts";
import { governingOf } from "./governingGuideline.ts";
import { limitsStated } from "./limits.ts";
import type { Node } from "./node.ts";
import { criteriaInWords, type Outline, recommends, type ServiceOutline } from "./outline/index.ts";

/** What the guideline relied on says of the service, in its own wording. */
export function guidelineStates(ground: Ground): readonly Sentence[] {
  const order = ground.authority === null ? [] : authorityStated(ground.authority);
  return [...order, ...(ground.governed === null ? notAddressed(ground) : governed(ground.governed))];
}

function governed(of: Governed): readonly Sentence[] {
  const { supported, excluded } = stated(of.outline);
  return [...supported, ...limitsStated(of), ...excluded, ...scopeStated(of)];
}

/** What is the same for every case. */
const stated = once((of: ServiceOutline) => {
  const governing = governingOf(of);
  return { supported: [...changed(governing), ...supportedIf(of, governing)], excluded: excludedIf(of, governing) };
});

/** What a local guideline changes in the one it rests on. */
function changed({ guideline, file, changes }: Governing): readonly Sentence[] {
  if (changes === null) return [];
  const from = `guideline:${file}`;
  const rest = changes.sentences.length === 0 ? "changes nothing in it" : "changes it as follows";
  const first = sentence(`${quoted(guideline)} rests on ${quoted(changes.base)} and ${rest}`);
  return [first, ...changes.sentences].map((text) => said(text, from));
}

function supportedIf({ criteria: { root }, service }: ServiceOutline, governing: Governing): readonly Sentence[] {
  if (!recommends(root)) return [];
  const publication = `According to ${publishedIn(governing)}`;
  if (root.formula.kind === "constant")
    return [said(sentence(`${publication}, ${service.name} is covered`), ...root.sources)];
  const words = `${publication}, a request for ${service.name} is supported if ${criteriaInWords(root)}`;
  return [said(sentence(words), `guideline:${governing.file}`, ...sourcesBelow(root)), ...published(root)];
}

const sourcesBelow = ({ sources, parts }: Outline): readonly string[] => [...sources, ...parts.flatMap(sourcesBelow)];

/** Wording over a list of criteria that goes into no sentence of ours. */
function published({ named, gloss, sources }: Outline): readonly Sentence[] {
  if (named || gloss === null) return [];
  return [said(sentence(`In its own words: ${gloss}`), ...sources)];
}

function excludedIf({ exclusion, criteria, service }: ServiceOutline, governing: Governing): readonly Sentence[] {
  if (exclusion === null) return [];
  const { root } = exclusion;
  const publication = `According to ${publishedIn(governing)}`;
  if (root.formula.kind === "constant")
    return [said(sentence(`${publication}, ${service.name} is not covered`), ...root.sources)];
  const opening = recommends(criteria.root)
    ? `It excludes a request for ${service.name}`
    : `${publication}, a request for ${service.name} is excluded`;
  return [said(sentence(`${opening} if ${criteriaInWords(root)}`), ...root.sources)];
}

function scopeStated({ scope }: Governed): readonly Sentence[] {
  if (scope === null) return [];
  return [said(sentence(scopeWords(scope)), ...fromNode(scope))];
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
      ...fromNode(scope),
    ),
  );
  const silent = ground.silent.map(({ scene, criteria }) =>
    said(
      sentence(
        `${quoted(scene.guideline.title)} leaves this request unaddressed; it speaks of it only if ${criteriaInWords(criteria.outline)}`,
      ),
      ...fromNode(criteria),
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
