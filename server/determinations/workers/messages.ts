export type Task =
  | { readonly kind: "open"; readonly digest: string; readonly payload: Uint8Array }
  | { readonly kind: "determine"; readonly digest: string; readonly caseText: string; readonly asOf: string | null }
  | { readonly kind: "describe"; readonly digest: string }
  | { readonly kind: "read date"; readonly caseText: string };

/** `reply`: the text of the engine. `unopened`: open the release first. `unusable`: it cannot be opened, or its engine failed. */
export type Answer =
  | { readonly kind: "opened" }
  | { readonly kind: "unopened" }
  | { readonly kind: "unusable" }
  | { readonly kind: "reply"; readonly text: string; readonly sha256: string }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "unread"; readonly problems: readonly CaseProblem[] };

export interface CaseProblem {
  readonly message: string;
  readonly code?: string | undefined;
  /** In the text of the case, from 1. */
  readonly line?: number | undefined;
}

export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
}

export interface AnswerMessage {
  readonly id: number;
  readonly answer: Answer;
}
