import { useMemo } from "react";
import { useStudio } from "../session/index.ts";
import { useStore, type WorkFile } from "../store/index.ts";

/** The set's files of one kind, by path. */
export function useFilesOf(kind: WorkFile["kind"]): readonly WorkFile[] {
  const files = useStore(useStudio().workspace.state, (state) => state.files);
  return useMemo(
    () =>
      Object.values(files)
        .filter((file) => file.kind === kind)
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    [files, kind],
  );
}

/** `neck.guideline` of `chapters/neck.guideline`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
