/** What the process ends with. Scripts rely on these numbers. */
export const exit = {
  /** Nothing to complain of. */
  fine: 0,
  /** Errors found, cases failed, nothing published. */
  findings: 1,
  /** Called in a way that cannot be meant: unknown command, no such file. */
  usage: 2,
  /** A mistake of ours. */
  internal: 3,
  /** A release is not what was made. */
  verification: 4,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Called in a way that cannot be meant. `message` is one sentence, `hint` says what to type. */
export interface UsageProblem {
  readonly message: string;
  readonly hint?: string;
}
