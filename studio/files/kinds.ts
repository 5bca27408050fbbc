import { useMemo } from "react";
import { useStudio } from "../session/index.ts";
import { useStore, type WorkFile } from "../store/index.ts";

/** Paths of the set's files of one kind, in order; the same array while no file comes or goes. */
export function usePathsOf(kind: WorkFile["kind"]): readonly string[] {
  const joined = useStore(useStudio().workspace.state, ({ files }) => pathsOf(files, kind));
  return useMemo(() => (joined === "" ? [] : joined.split(separator)), [joined]);
}

/** No path of a set holds it. */
const separator = "\n";

function pathsOf(files: Readonly<Record<string, WorkFile>>, kind: WorkFile["kind"]): string {
  return Object.values(files)
    .flatMap((file) => (file.kind === kind ? [file.path] : []))
    .toSorted()
    .join(separator);
}

/** `neck.guideline` of `chapters/neck.guideline`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
