import { type Phrase, question, type Said } from "./question.ts";

/** What is so, and apart from it what the case will have said once it is complete: the two are quantities of their own. */
interface Recorded {
  readonly value: "yes" | "no";
  readonly said: "present" | "absent" | "nothing";
  /** A matter of the case alone: no completion changes it. */
  readonly undocumented: boolean;
}

const everything: readonly Recorded[] = (["yes", "no"] as const).flatMap((value) =>
  (["present", "absent", "nothing"] as const).flatMap((said) =>
    [true, false].map((undocumented): Recorded => ({ value, said, undocumented })),
  ),
);

const asStated = (value: string): Said<Recorded>[1] => {
  const said = value === "yes" ? "present" : "absent";
  return (recorded) => recorded.value === value && recorded.said === said && !recorded.undocumented;
};

function recorded(name: string): readonly Phrase[] {
  const asked = question<Recorded>(name, [`fact ${name}: yes or no`], everything, [
    ["", ({ undocumented }) => undocumented],
    [`${name}: not documented`, ({ undocumented }) => undocumented],
    [`${name}: yes`, asStated("yes")],
    [`${name}: no`, asStated("no")],
    [`${name}: [ { value: yes }, { value: no } ]`, ({ said, undocumented }) => said !== "nothing" && !undocumented],
  ]);
  return [
    asked.asks(name, ({ value }) => value === "yes"),
    asked.asks(`${name} is documented as present`, ({ said }) => said === "present"),
    asked.asks(`${name} is documented as absent`, ({ said }) => said === "absent"),
    asked.asks(`${name} is not documented`, ({ undocumented }) => undocumented),
  ];
}

export const documented: readonly Phrase[] = [...recorded("clonus"), ...recorded("ataxia")];
