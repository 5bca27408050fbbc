import { asClause } from "../../words/index.ts";
import { waivedIf } from "./groupPhrase.ts";
import { type Group, groupWords, joiner, type Outline } from "./outline.ts";

/**
 * Criteria as a published text would list them: `any one of these criteria is met: (a) emergence of a significant change
 * of symptoms; or (b) ...`. One criterion alone needs no list.
 */
export function criteriaInWords(root: Outline): string {
  if (!root.named && root.group?.kind === "waived") return waivable(root);
  const unlisted =
    root.group?.kind === "when" ||
    root.named ||
    root.group === null ||
    root.group.kind === "not" ||
    root.parts.length < 2;
  if (unlisted) return `${asClause(root.phrase)}${explained(root)}`;
  return `${opening(root.group)}: ${items(root, 0)}`;
}

/** `any one of these criteria is met: (a) ...; or (b) ...; all of which is waived if there is an emergency` */
function waivable({ parts: [criterion, ...waivers] }: Outline): string {
  const waived = waivedIf(waivers.map(({ phrase }) => phrase));
  return criterion === undefined ? waived : `${criteriaInWords(criterion)}, which is ${waived}`;
}

function opening(group: Group): string {
  if (group.kind === "any") return "any one of these criteria is met";
  if (group.kind === "all") return "all of these criteria are met";
  if (group.kind === "none") return "none of these criteria is met";
  return `${groupWords(group)} these criteria are met`;
}

/** `(a) ...; (b) ...; or (c) ...`, by semicolons whatever commas the wordings hold. */
function items({ group, parts }: Outline, depth: number): string {
  const words = parts.map((part, index) => `${mark(part, index, depth)} ${item(part, depth)}`);
  const last = words.at(-1) ?? "";
  return `${words.slice(0, -1).join("; ")}; ${joiner(group)} ${last}`;
}

function item(part: Outline, depth: number): string {
  const listable =
    part.group?.kind !== "waived" &&
    part.group?.kind !== "when" &&
    !part.named &&
    part.group !== null &&
    part.group.kind !== "not" &&
    part.parts.length > 1;
  if (!listable || part.group === null || depth >= 2) return `${part.phrase.text}${explained(part)}`;
  return `${part.gloss === null ? "" : `${part.gloss}: `}${groupWords(part.group)} ${items(part, depth + 1)}`;
}

/** `long enough (weeks of pain at least 4 or herpes zoster)`; published wording that fits explains itself. */
function explained({ gloss }: Outline): string {
  return gloss === null ? "" : ` (${gloss})`;
}

/** `(a)`, below it `(i)`, below that `(1)`; the author's own label where there is one. */
function mark(part: Outline, index: number, depth: number): string {
  if (part.label !== null) return `(${part.label.replace(/[.()\s]/gu, "")})`;
  if (depth === 0) return `(${letters[index] ?? index + 1})`;
  return depth === 1 ? `(${roman[index] ?? index + 1})` : `(${index + 1})`;
}

const letters: readonly string[] = [..."abcdefghijklmnopqrstuvwxyz"];
const roman: readonly string[] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
