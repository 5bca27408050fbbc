import { type GuidelineSet, readSet } from "../../../engine/set/index.ts";

const manifest = "schema: precept/set/1\nname: written\ntitle: Written\n";

/** A set of guidelines by path; a text by itself stands in `guideline.guideline`. An error in it is a mistake of the test. */
export function written(texts: Readonly<Record<string, string>> | string): GuidelineSet {
  const files = Object.entries(typeof texts === "string" ? { "guideline.guideline": texts } : texts);
  const { value, diagnostics } = readSet([
    { path: "set.yaml", text: manifest },
    ...files.map(([path, text]) => ({ path, text })),
  ]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return value;
}
