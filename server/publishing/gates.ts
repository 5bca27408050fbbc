import type { Gate } from "../protocol/index.ts";

type GateName = Gate["gate"];

/** What is known of a set that is to be published. `null`: not worked out yet. */
export interface GateFacts {
  /** In any file. */
  readonly errors: number | null;
  readonly tests: { readonly passed: number; readonly failed: number; readonly withoutExpectation: number } | null;
  /** Mutants that no test notices, and those of which that is not known. Tests the engine filled in never count. */
  readonly mutation: { readonly survived: number; readonly undecided: number } | null;
  /** Keys of every move, service and changed expectation since the release before; none for a first release. */
  readonly transitions: readonly string[] | null;
  readonly acknowledged: ReadonlySet<string>;
  /** Titles of guidelines that rest on no citation. */
  readonly uncited: readonly string[] | null;
  /** What was found and is not accepted in the file, and files of which nothing is known. */
  readonly proofs: { readonly found: number; readonly unread: number } | null;
  /** By people who wrote none of it, on exactly these files. */
  readonly approvals: number;
  /** Names of who asks for changes to exactly these files: none of them is overruled. */
  readonly changesRequestedBy?: readonly string[];
  /** Whether somebody else has to approve: in team mode. */
  readonly isApprovalNeeded: boolean;
  readonly waived: ReadonlySet<GateName>;
}

/** Only what people can answer for is theirs to waive: never that a case fails. */
const waivable: ReadonlySet<GateName> = new Set(["adequacy", "transitions", "citations", "proofs"]);

export function isWaivable(gate: GateName): boolean {
  return waivable.has(gate);
}

/** Every gate with what is so of it, in the order in which a set passes them. */
export function gatesOf(facts: GateFacts): readonly Gate[] {
  const judged = [
    errorsGate(facts),
    casesGate(facts),
    adequacyGate(facts),
    transitionsGate(facts),
    citationsGate(facts),
    proofsGate(facts),
    approvalGate(facts),
  ];
  return judged.map((gate) => withWaiver(gate, facts.waived));
}

/** Whether nothing stands in the way of a release. */
export function areOpen(gates: readonly Gate[]): boolean {
  return gates.every(({ state }) => state === "passed" || state === "waived");
}

type Judged = Pick<Gate, "gate" | "state" | "sentence">;

function withWaiver(judged: Judged, waived: GateFacts["waived"]): Gate {
  const gate = { ...judged, waivable: isWaivable(judged.gate) };
  const isWaived = gate.waivable && gate.state !== "passed" && waived.has(gate.gate);
  return isWaived ? { ...gate, state: "waived", sentence: `Waived. ${gate.sentence}` } : gate;
}

function passed(gate: GateName, sentence: string): Judged {
  return { gate, state: "passed", sentence };
}

function failed(gate: GateName, sentence: string): Judged {
  return { gate, state: "failed", sentence };
}

function notYet(gate: GateName, sentence: string): Judged {
  return { gate, state: "not yet", sentence };
}

function errorsGate({ errors }: GateFacts): Judged {
  if (errors === null) return notYet("errors", "The files are still being read.");
  if (errors === 0) return passed("errors", "No file has an error.");
  return failed("errors", `${counted(errors, "error stands", "errors stand")} in the files. Mend them.`);
}

function casesGate({ tests }: GateFacts): Judged {
  if (tests === null) return notYet("cases", "The cases are still being tested.");
  const { passed: fine, failed: wrong, withoutExpectation } = tests;
  if (wrong > 0) return failed("cases", `${counted(wrong, "case does", "cases do")} not come out as expected.`);
  if (withoutExpectation > 0)
    return failed(
      "cases",
      `${counted(withoutExpectation, "case expects", "cases expect")} nothing. Say what should come out.`,
    );
  if (fine === 0) return failed("cases", "Nothing tests this set. Add a case.");
  return passed("cases", `${counted(fine, "case comes", "cases come")} out as expected.`);
}

function adequacyGate({ mutation }: GateFacts): Judged {
  if (mutation === null) return notYet("adequacy", "Whether the cases would notice mistakes is still worked out.");
  const { survived, undecided } = mutation;
  const unseen =
    survived === 0
      ? ""
      : `No case would notice ${counted(survived, "small mistake", "small mistakes")} tried in the text.`;
  const unknown =
    undecided === 0 ? "" : `Whether a case can show ${counted(undecided, "mistake", "mistakes")} is not known.`;
  const problem = [unseen, unknown].filter((sentence) => sentence !== "").join(" ");
  if (problem !== "") return failed("adequacy", problem);
  return passed("adequacy", "The cases notice every mistake that a case can show.");
}

function transitionsGate({ transitions, acknowledged }: GateFacts): Judged {
  if (transitions === null) return notYet("transitions", "What changes is still worked out.");
  const open = transitions.filter((key) => !acknowledged.has(key)).length;
  if (open > 0)
    return notYet(
      "transitions",
      `${counted(open, "change of answers or expected results is", "changes of answers or expected results are")} not acknowledged yet.`,
    );
  return passed(
    "transitions",
    transitions.length === 0
      ? "No answer changes."
      : "Every change of answers and of expected results is acknowledged.",
  );
}

function citationsGate({ uncited }: GateFacts): Judged {
  if (uncited === null) return notYet("citations", "What the guidelines rest on is still worked out.");
  if (uncited.length === 0) return passed("citations", "Every guideline rests on a citation.");
  const names = uncited.slice(0, 5).map((title) => `\`${title}\``);
  const more = uncited.length > 5 ? ` and ${uncited.length - 5} more` : "";
  return failed("citations", `No published text is cited by ${names.join(", ")}${more}.`);
}

function proofsGate({ proofs }: GateFacts): Judged {
  if (proofs === null) return notYet("proofs", "What can be proved of it is still worked out.");
  if (proofs.unread > 0)
    return failed("proofs", `Of ${counted(proofs.unread, "file", "files")} nothing can be proved.`);
  if (proofs.found === 0) return passed("proofs", "Nothing was found that is not accepted in its file.");
  return failed(
    "proofs",
    `${counted(proofs.found, "problem was", "problems were")} found and not accepted in the file.`,
  );
}

function approvalGate({ approvals, changesRequestedBy = [], isApprovalNeeded }: GateFacts): Judged {
  if (changesRequestedBy.length > 0)
    return failed("approval", `${changesRequestedBy.join(" and ")} asked for changes. Send another round.`);
  if (approvals > 0)
    return passed("approval", `Approved by ${counted(approvals, "person", "people")} who wrote none of it.`);
  if (isApprovalNeeded) return notYet("approval", "Somebody who wrote none of it has to approve it.");
  return passed("approval", "Nobody else approved it; the release says so.");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
