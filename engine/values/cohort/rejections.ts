import { mostRejectionsKept } from "./limits.ts";

/** Why a row is not answered. */
export type RejectionKind =
  | "not text"
  | "too long"
  | "broken quotes"
  | "wrong number of cells"
  | "no case id"
  | "case id given twice"
  | "wrong date"
  | "not JSON"
  | "not a case"
  | "wrong value";

export interface Rejection {
  /** From 1, as editors count. */
  readonly line: number;
  /** The id of the case, where it could be read. */
  readonly case: string | null;
  readonly kind: RejectionKind;
  /** A sentence. */
  readonly reason: string;
}

/** Rows that are not answered: the first of them with line and reason, all of them counted by kind. */
export interface Rejected {
  readonly count: number;
  readonly kept: readonly Rejection[];
  readonly byKind: ReadonlyMap<RejectionKind, number>;
}

export class Rejections implements Rejected {
  readonly kept: Rejection[] = [];
  readonly byKind = new Map<RejectionKind, number>();
  count = 0;

  add(line: number, of: string | null, { kind, reason }: Why): void {
    this.count += 1;
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
    if (this.kept.length < mostRejectionsKept)
      this.kept.push({ line, case: of === null ? null : clipped(of), kind, reason: clipped(reason) });
  }
}

export type Why = Pick<Rejection, "kind" | "reason">;

/** Of a reason that quotes what a row says, so much is enough to find it. */
const longestReason = 500;

function clipped(text: string): string {
  return text.length <= longestReason ? text : `${text.slice(0, longestReason)}…`;
}
