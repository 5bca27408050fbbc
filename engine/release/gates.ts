/** What must be so of a set before it may be published. */
export const gateNames = ["errors", "cases", "adequacy", "transitions", "citations", "proofs", "approval"] as const;
export type GateName = (typeof gateNames)[number];

const waivable: ReadonlySet<GateName> = new Set(["adequacy", "transitions", "citations", "proofs"]);

/** Whether a publisher may waive a gate, with a reason that is signed into the release. */
export const isWaivable = (gate: GateName): boolean => waivable.has(gate);

/** `not yet`: nothing is wrong, but it is not known, or somebody still has to do something. */
export interface Gate {
  readonly gate: GateName;
  readonly state: "passed" | "failed" | "waived" | "not yet";
  /** What is so, and what to do next. */
  readonly sentence: string;
  readonly waivable: boolean;
}

/** What is known of a set that is to be published. */
export interface GateFacts {
  /** Diagnostics of severity error in any of its files. */
  readonly errors: number;
  readonly tests: { readonly passed: number; readonly failed: number; readonly withoutExpectation: number };
  /** Mutants that no case notices, and those of which that is not known. */
  readonly mutants: { readonly survived: number; readonly undecided: number };
  /** What changes for cases, and changed expected results: how many there are, and how many a reviewer acknowledged. */
  readonly transitions: { readonly all: number; readonly acknowledged: number };
  /** Guidelines that rest on no citation, by title. */
  readonly uncited: readonly string[];
  /** Warnings of the proof board that are not accepted in the file. */
  readonly found: number;
}

/** `alone`: there is only one person, so that nobody else could approve. */
export type Approval =
  | { readonly kind: "alone" }
  | {
      readonly kind: "by others";
      /** Names of who approved just this text and wrote none of it; of who asks for changes to it. */
      readonly approved: readonly string[];
      readonly changesRequested: readonly string[];
    };

type Found = Pick<Gate, "state" | "sentence">;

/** `facts: null`: not worked out yet. `waived`: by gate, why. */
export function gatesOf(
  facts: GateFacts | null,
  approval: Approval,
  waived: ReadonlyMap<GateName, string>,
): readonly Gate[] {
  return gateNames.map((gate) => {
    const found = gate === "approval" ? approvalFound(approval) : facts === null ? unknown : finders[gate](facts);
    return { gate, ...withWaiver(gate, found, waived.get(gate)), waivable: isWaivable(gate) };
  });
}

/** Whether a set with these gates may be published. */
export function mayPass(gates: readonly Gate[]): boolean {
  return gates.every(({ state }) => state === "passed" || state === "waived");
}

const unknown: Found = { state: "not yet", sentence: "This is still being worked out." };

function withWaiver(gate: GateName, found: Found, reason: string | undefined): Found {
  if (reason === undefined || !isWaivable(gate) || found.state === "passed" || found === unknown) return found;
  return { state: "waived", sentence: `Waived: ${reason} What it is about: ${found.sentence}` };
}

const passed = (sentence: string): Found => ({ state: "passed", sentence });
const failed = (sentence: string): Found => ({ state: "failed", sentence });
const notYet = (sentence: string): Found => ({ state: "not yet", sentence });

const finders: Readonly<Record<Exclude<GateName, "approval">, (facts: GateFacts) => Found>> = {
  errors: ({ errors }) =>
    errors === 0
      ? passed("No file has an error.")
      : failed(`${counted(errors, "error stands", "errors stand")} in the files: mend them and send the change again.`),
  cases: ({ tests }) => casesFound(tests),
  adequacy: ({ mutants }) => adequacyFound(mutants),
  transitions: ({ transitions: { all, acknowledged } }) => {
    if (all === 0) return passed("Nothing changes for any case, and no expected result changed.");
    if (acknowledged >= all) return passed(`Acknowledged: ${counted(all, "change", "changes")} for cases.`);
    const open = counted(all - acknowledged, "change for cases is", "changes for cases are");
    return notYet(`${open} not acknowledged yet: a reviewer looks at each.`);
  },
  citations: ({ uncited }) =>
    uncited.length === 0
      ? passed("Every guideline rests on a citation.")
      : failed(`Say what published text it rests on: ${uncited.map((title) => `\`${title}\``).join(", ")}.`),
  proofs: ({ found }) =>
    found === 0
      ? passed("Nothing unsound was found that is not accepted with a reason.")
      : failed(`${counted(found, "problem was", "problems were")} found by proof: mend or accept each in the file.`),
};

function casesFound({ passed: good, failed: bad, withoutExpectation: silent }: GateFacts["tests"]): Found {
  const problems = [
    ...(bad === 0 ? [] : [counted(bad, "case does not come out as expected", "cases do not come out as expected")]),
    ...(silent === 0 ? [] : [counted(silent, "case expects nothing", "cases expect nothing")]),
  ];
  if (problems.length > 0) return failed(`${problems.join(", and ")}: mend the guideline or the case.`);
  if (good === 0) return failed("Nothing tests this set: add a case that says what is expected.");
  return passed(`${counted(good, "case comes", "cases come")} out as expected.`);
}

function adequacyFound({ survived, undecided }: GateFacts["mutants"]): Found {
  if (survived > 0) {
    const mistakes = counted(survived, "mistake in the text would", "mistakes in the text would");
    return failed(`${mistakes} be noticed by no case whose result a person gave: add cases that would notice.`);
  }
  if (undecided > 0)
    return failed(`Of ${counted(undecided, "mistake", "mistakes")} it is not known whether a case could notice.`);
  return passed("Every mistake that was tried is noticed by a case.");
}

function approvalFound(approval: Approval): Found {
  if (approval.kind === "alone") return passed("One person works here: the release says “not independently approved”.");
  const { approved, changesRequested } = approval;
  if (changesRequested.length > 0)
    return failed(
      `${changesRequested.join(" and ")} asked for changes: send another round, or let them approve this one.`,
    );
  if (approved.length === 0) return notYet("A reviewer who wrote none of it has to approve exactly this text.");
  return passed(`Approved by ${approved.join(" and ")}.`);
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
