import {
  type Analysis,
  analyse,
  completions,
  type Analyses,
  definitionAcross,
  folding,
  format,
  hover,
  readBack,
  relayouts,
  referencesAcross,
  renameAcross,
  renameTargetAcross,
  tokens,
} from "../../dsl/index.ts";
import type { FileText, StudioWorker } from "./protocol.ts";
import { usesOf } from "./uses.ts";

type Language = Pick<
  StudioWorker,
  | "completions"
  | "hover"
  | "definition"
  | "uses"
  | "renameTarget"
  | "rename"
  | "tokens"
  | "format"
  | "folding"
  | "relayouts"
  | "readBack"
>;

/**
 * What the editor asks about one text. `known` is the newest analysis of that file, of this text or an earlier one; `all`
 * are those of the set.
 */
export function language(known: (path: string) => Analysis | undefined, all: () => Analyses): Language {
  const read = ({ path, text }: FileText): Analysis => {
    const before = known(path);
    return before?.source.text === text ? before : analyse({ name: path, text }, before);
  };
  const inSet = (file: FileText): Analyses => new Map([...all(), [file.path, read(file)]]);
  return {
    completions: (file, offset) => completions(read(file), offset),
    hover: (file, offset) => hover(read(file), offset),
    definition: (file, offset) => definitionAcross(inSet(file), file.path, offset),
    uses: (file, offset) => {
      const set = inSet(file);
      return usesOf(set, referencesAcross(set, file.path, offset));
    },
    renameTarget: (file, offset) => renameTargetAcross(inSet(file), file.path, offset),
    rename: (file, offset, newName) => renameAcross(inSet(file), file.path, offset, newName),
    tokens: (file) => tokens(read(file)),
    format: ({ text }) => format(text),
    folding: (file) => folding(read(file)),
    relayouts: (file, offset) => relayouts(read(file), offset),
    readBack: (file, form) => readBack(inSet(file), file.path, form),
  };
}
