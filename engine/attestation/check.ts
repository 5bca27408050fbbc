/** What a verifier looks at, in this order. */
export type CheckName =
  | "keys"
  | "payload"
  | "attestation"
  | "release"
  | "effective"
  | "approvals"
  | "signature"
  | "key"
  | "log entry"
  | "tree head"
  | "log"
  | "pinned head"
  | "retired"
  | "replaced"
  | "rebuilt";

/**
 * One thing that was looked at. `noted`: nothing is wrong, and it has to be known. `detail`: one sentence, of what was found or why
 * nothing was; what to do about it, each shell says.
 */
export interface Check {
  readonly name: CheckName;
  readonly state: "passed" | "noted" | "failed" | "not checked";
  readonly detail: string;
}

export function passed(name: CheckName, detail: string): Check {
  return { name, state: "passed", detail };
}

export function noted(name: CheckName, detail: string): Check {
  return { name, state: "noted", detail };
}

export function failed(name: CheckName, detail: string): Check {
  return { name, state: "failed", detail };
}

export function notChecked(name: CheckName, detail: string): Check {
  return { name, state: "not checked", detail };
}

/** Failed with all problems there are. */
export function judged(name: CheckName, problems: readonly string[], fine: string): Check {
  return problems[0] === undefined ? passed(name, fine) : failed(name, [...new Set(problems)].join(" "));
}
