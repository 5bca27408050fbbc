import { readSet } from "../../../engine/set/index.ts";
import type { GuidelineSet } from "../../../engine/set/index.ts";

const manifest = "schema: precept/set/1\nname: small\ntitle: Small\ndescription: A small set.\n";

/** A set from one text: each file behind a line `=== cases/a.yaml`; a first file without one is a guideline. It must be sound. */
export function setInText(text: string): GuidelineSet {
  const [first = "", ...others] = text.split(/^(?==== )/m);
  const files = others.map((part) => {
    const [head = "", ...lines] = part.split("\n");
    return { path: head.replace("=== ", "").trim(), text: lines.join("\n") };
  });
  const alone = first.trim() === "" ? [] : [{ path: "small.guideline", text: first }];
  const { value, diagnostics } = readSet([{ path: "set.yaml", text: manifest }, ...alone, ...files]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return value;
}

/** The line that a place is in, from 1. */
export function lineIn({ readings }: GuidelineSet, file: string, start: number): number {
  return (readings.get(file)?.text ?? "").slice(0, start).split("\n").length;
}
