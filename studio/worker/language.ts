import {
  type Analysis,
  analyse,
  completions,
  definition,
  folding,
  format,
  hover,
  relayouts,
  rename,
  renameTarget,
  tokens,
} from "../../dsl/index.ts";
import type { FileText, StudioWorker } from "./protocol.ts";

type Language = Pick<
  StudioWorker,
  "completions" | "hover" | "definition" | "renameTarget" | "rename" | "tokens" | "format" | "folding" | "relayouts"
>;

/** What the editor asks about one text. `known` is the newest analysis of that file, of this text or an earlier one. */
export function language(known: (path: string) => Analysis | undefined): Language {
  const read = ({ path, text }: FileText): Analysis => {
    const before = known(path);
    return before?.source.text === text ? before : analyse({ name: path, text }, before);
  };
  return {
    completions: (file, offset) => completions(read(file), offset),
    hover: (file, offset) => hover(read(file), offset),
    definition: (file, offset) => definition(read(file), offset),
    renameTarget: (file, offset) => renameTarget(read(file), offset),
    rename: (file, offset, newName) => rename(read(file), offset, newName),
    tokens: (file) => tokens(read(file)),
    format: ({ text }) => format(text),
    folding: (file) => folding(read(file)),
    relayouts: (file, offset) => relayouts(read(file), offset),
  };
}
