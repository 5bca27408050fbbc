import type { Checked } from "../../../dsl/index.ts";
import { treeOf } from "./convert.ts";
import { unfit } from "./guard.ts";
import { jsonTree } from "./json.ts";
import { parse } from "./syntax.ts";
import type { YamlFile } from "./tree.ts";

/** A text with the name its diagnostics give as their file. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * A YAML or JSON file as a tree with places. Read as YAML 1.2 and nothing more: anchors, aliases and tags are refused, names
 * given twice reported. The value is `null` when there is any diagnostic. `largest`: UTF-16 units, a million unless told.
 */
export function readYaml({ name, text }: NamedText, largest?: number): Checked<YamlFile | null> {
  const refusal = unfit(name, text, largest);
  if (refusal !== null) return { value: null, diagnostics: [refusal] };
  const json = jsonTree(text);
  return json === null ? readAsYaml({ name, text }) : { value: { name, text, tree: json }, diagnostics: [] };
}

function readAsYaml({ name, text }: NamedText): Checked<YamlFile | null> {
  const { value: document, diagnostics } = parse(name, text);
  if (document === null || diagnostics.some((one) => one.code === "E0601")) return { value: null, diagnostics };
  const { tree, diagnostics: more } = treeOf(name, document);
  const all = [...diagnostics, ...more.slice(0, 10)];
  return { value: all.length === 0 ? { name, text, tree } : null, diagnostics: all };
}
