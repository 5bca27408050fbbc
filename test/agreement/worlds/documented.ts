import { anything, type Phrase, question, type Said } from "./question.ts";

/** What is so, and apart from it what the case will have said once it is complete: the two are quantities of their own. */
interface Recorded {
  readonly value: string;
  readonly said: "present" | "absent" | "nothing";
}

const everything: readonly Recorded[] = ["yes", "no"].flatMap((value) =>
  (["present", "absent", "nothing"] as const).map((said): Recorded => ({ value, said })),
);

const stated = (name: string): readonly Said<Recorded>[] => [
  ["", anything],
  [`${name}: not documented`, anything],
  [`${name}: yes`, ({ value, said }) => value === "yes" && said === "present"],
  [`${name}: no`, ({ value, said }) => value === "no" && said === "absent"],
];

/** A document that is still missing may say either, until there is one. */
export const documentedAs: readonly Phrase[] = ["clonus", "ataxia"].flatMap((name) => {
  const asked = question<Recorded>(name, [`fact ${name}: yes or no`], everything, stated(name));
  return [
    asked.asks(name, ({ value }) => value === "yes"),
    asked.asks(`${name} is documented as present`, ({ said }) => said === "present"),
    asked.asks(`${name} is documented as absent`, ({ said }) => said === "absent"),
  ];
});

/** Besides, a matter of the case alone: no completion changes it. */
interface RecordedOrNot extends Recorded {
  readonly undocumented: boolean;
}

/** Whether it is documented; of two statements that contradict each other either may be right, and it is. */
export const undocumented: readonly Phrase[] = ["tremor", "nystagmus"].flatMap((name) => {
  const all = [true, false].flatMap((each) => everything.map((one): RecordedOrNot => ({ ...one, undocumented: each })));
  const asked = question<RecordedOrNot>(name, [`fact ${name}: yes or no`], all, [
    ...stated(name).map(
      ([lines, isPossible], at): Said<RecordedOrNot> => [
        lines,
        (one) => isPossible(one) && one.undocumented === at < 2,
      ],
    ),
    [`${name}: [ { value: yes }, { value: no } ]`, (one) => one.said !== "nothing" && !one.undocumented],
  ]);
  return [
    asked.asks(name, ({ value }) => value === "yes"),
    asked.asks(`${name} is documented as present`, ({ said }) => said === "present"),
    asked.asks(`${name} is not documented`, (one) => one.undocumented),
  ];
});
