import { readFileSync } from "node:fs";

/** Chapters of the shipped guideline's own shape, with names of their own, until there are enough lines. */
export function longGuideline(lines: number): string {
  const chapter = readFileSync("guidelines/california-mtus/neck-and-upper-back.guideline", "utf8");
  const [head = "", ...declarations] = chapter.split(/\n(?=fact |define |service |imaging |example )/);
  const body = declarations.filter((each) => !each.startsWith("fact requested body region")).join("\n");
  const parts = [head, declarations.find((each) => each.startsWith("fact requested body region")) ?? ""];
  const length = body.split("\n").length;
  for (let number = 1; number * length < lines; number += 1) parts.push(renamed(body, number));
  return parts.join("\n");
}

function renamed(text: string, number: number): string {
  const names = [
    "significant symptom change",
    "tissue insult or neurovascular dysfunction",
    "strengthening program",
    "planned procedure",
    "anatomy is unclear",
    "failed strengthening",
    "pre-invasive clarification",
  ];
  const unique = names.reduce(
    (all, name) => all.replaceAll(new RegExp(`(?<!")\\b${name}\\b(?![^"\\n]*"$)`, "gm"), `${name} ${number}`),
    text,
  );
  return unique
    .replaceAll(/^(service|expect|)(\s*)imaging\b/gm, `$1$2imaging ${number}`)
    .replaceAll("expect imaging:", `expect imaging ${number}:`)
    .replaceAll(/(MRI|CT) of/g, `$1 ${number} of`);
}
