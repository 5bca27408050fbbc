/** One thing `npm test` asks: how much of it passed, how much failed, and what to say of the failures. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<StageResult>;
}

export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** What failed and why, for a reader; empty when nothing failed. */
  readonly messages: readonly string[];
}

/** A stage that counts as one: it passed, or it failed with this message. */
export function single(failure: string | null): StageResult {
  return failure === null ? { passed: 1, failed: 0, messages: [] } : { passed: 0, failed: 1, messages: [failure] };
}

export function sum(results: readonly StageResult[]): StageResult {
  return {
    passed: results.reduce((total, result) => total + result.passed, 0),
    failed: results.reduce((total, result) => total + result.failed, 0),
    messages: results.flatMap((result) => result.messages),
  };
}

/** The last line of `npm test`, in the form that machines read. */
export function closingLine({ passed, failed }: StageResult): string {
  return `${passed} passed, ${failed} failed`;
}
