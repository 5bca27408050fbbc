import type { Checked } from "../../../dsl/index.ts";
import type { Case } from "../case.ts";
import { decodeShape, type NamedText, readYaml, treeOfData, type YamlFile } from "../yaml/index.ts";
import { caseOf } from "./assemble.ts";
import { consistency } from "./consistency.ts";
import { caseSchema } from "./schema.ts";
import { otherVersion } from "./version.ts";

/**
 * A case file, YAML or JSON, as a case. Every problem is a diagnostic at its place in the text; with any of them the value is
 * `null`, so that a determination is never made from half a case. What the facts mean is only checked against a guideline:
 * see `checkCase`.
 */
export function decodeCase(source: NamedText): Checked<Case | null> {
  const { value: file, diagnostics } = readYaml(source);
  return file === null ? { value: null, diagnostics } : decodeTree(file);
}

/** As `decodeCase`, of what JSON says, each number as the text it is written as; diagnostics have no places. */
export function decodeCaseData(name: string, data: unknown): Checked<Case | null> {
  return decodeTree({ name, text: "", tree: treeOfData(data) });
}

function decodeTree(file: YamlFile): Checked<Case | null> {
  const version = otherVersion(file);
  if (version !== null) return { value: null, diagnostics: [version] };
  const { value: shape, diagnostics: misfits } = decodeShape(caseSchema, file);
  const diagnostics = [...misfits, ...consistency(file)];
  return { value: shape === null || diagnostics.length > 0 ? null : caseOf(file, shape), diagnostics };
}
