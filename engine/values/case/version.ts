import type { Diagnostic } from "../../../dsl/index.ts";
import { placeOf, problem, replacement, valueAt, type YamlFile } from "../yaml/index.ts";
import { caseSchemaName } from "./schema.ts";

/** What there is to say when a file names another format than this engine's; `null` when it names this one or none. */
export function otherVersion(file: YamlFile): Diagnostic | null {
  const named = valueAt(file.tree, ["schema"]);
  if (named?.kind !== "scalar" || typeof named.value !== "string" || named.value === caseSchemaName) return null;
  const span = placeOf(file, ["schema"]);
  const newer = /^precept\/case\/\d+$/.test(named.value);
  const message = newer
    ? `This case is written in \`${named.value}\`, a version that this Precept does not read.`
    : `\`${named.value}\` is not a format of case files.`;
  const hint = newer
    ? `It reads \`${caseSchemaName}\`. A newer Precept may read this file.`
    : `Write \`${caseSchemaName}\`.`;
  return problem(file.name, "E0608", span, message, {
    hint,
    fixes: newer ? [] : [replacement(span, caseSchemaName, false)],
  });
}
