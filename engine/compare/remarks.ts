import type { SetComparison } from "./compareSets.ts";

/** What is called otherwise, stands elsewhere or is asked otherwise: sentences. */
export function remarksOf({
  guidelines,
  services,
  definitions,
}: Pick<SetComparison, "guidelines" | "services" | "definitions">): readonly string[] {
  return [
    ...guidelines.flatMap(({ remarks, facts }) => [...remarks, ...facts.map(({ sentence }) => sentence)]),
    ...services.flatMap(({ service, called, movedFrom }) => [
      ...(called === null ? [] : [`The service \`${called}\` is now called \`${service}\`.`]),
      ...(movedFrom === null ? [] : [`\`${service}\` stood in \`${movedFrom}\` before.`]),
    ]),
    ...definitions.flatMap(definitionRemark),
  ];
}

function definitionRemark({
  definition,
  called,
  change,
  verdict,
}: SetComparison["definitions"][number]): readonly string[] {
  if (change !== "compared") return [`The definition \`${definition}\` is ${change === "added" ? "new" : "gone"}.`];
  return [
    ...(called === null ? [] : [`The definition \`${called}\` is now called \`${definition}\`.`]),
    ...(verdict === "same" ? [] : [`The definition \`${definition}\` ${verdicts[verdict]}.`]),
  ];
}

const verdicts = {
  wider: "is met more often than before",
  narrower: "is met less often than before",
  mixed: "is met otherwise than before",
  "not proved": "may be met otherwise than before: that was not proved",
} as const;
