import type { Node } from "./node.ts";

/**
 * The criteria that decide, down to those with words of their own: where any of several would do, those that are met; of
 * what is required of some cases only, nothing where it is not required.
 */
export function grounds(node: Node): readonly Node[] {
  const { outline, parts } = node;
  if (outline.named) return [node];
  switch (outline.group?.kind) {
    case "any":
      return parts.filter(isMet).flatMap(grounds);
    case "all":
      return parts.flatMap((part) =>
        part.outline.group?.kind === "any" && grounds(part).length === 0 ? [part] : grounds(part),
      );
    case "waived": {
      const [criterion] = parts;
      return criterion !== undefined && isMet(criterion) ? grounds(criterion) : [node];
    }
    case "when":
      return parts.slice(1).every(isMet) ? parts.slice(1).flatMap(grounds) : [];
    default:
      return [node];
  }
}

export function isMet(node: Node): boolean {
  return node.finding.answer === "met";
}
