/** A node of the syntax tree, as plain data: rules look at `type` and at the few fields they know. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Visit {
  readonly node: Node;
  /** The visit of the node around this one, and the field of that node that holds this one. */
  readonly outer: Visit | null;
  readonly field: string;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Every node under (and with) this one, outer ones first. */
export function walk(node: Node): readonly Visit[] {
  const visits: Visit[] = [];
  const visitAll = (visit: Visit) => {
    visits.push(visit);
    for (const field of Object.keys(visit.node)) {
      const value = visit.node[field];
      for (const inner of Array.isArray(value) ? value : [value])
        if (isNode(inner)) visitAll({ node: inner, outer: visit, field });
    }
  };
  visitAll({ node, outer: null, field: "" });
  return visits;
}

/** The text of a field that is a string, such as the `name` of an identifier; empty when it is none. */
export function textOf(node: unknown, field: string): string {
  const value = isNode(node) ? node[field] : undefined;
  return typeof value === "string" ? value : "";
}

export function child(node: Node, field: string): Node | null {
  const value = node[field];
  return isNode(value) ? value : null;
}
