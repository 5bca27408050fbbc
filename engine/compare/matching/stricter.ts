import type { Need } from "../../../dsl/index.ts";

/** Whether all evidence that satisfies the first needs satisfies the second. */
export function isStricter(needs: readonly Need[], others: readonly Need[]): boolean {
  return others.every((other) => needs.some((need) => implies(need, other)));
}

function implies(need: Need, other: Need): boolean {
  switch (other.kind) {
    case "evidence kind":
      return need.kind === "evidence kind" && need.admits.every((kind) => other.admits.includes(kind));
    case "recent":
      return (
        need.kind === "recent" &&
        need.before === other.before &&
        need.unit === other.unit &&
        need.amount <= other.amount
      );
    case "author":
      return need.kind === "author" && need.role === other.role;
    case "attestation":
      return need.kind === "attestation" && need.statement === other.statement;
  }
}
