import { useEffect, useMemo } from "react";
import { useShow, useStudio, useView, type View } from "../session/index.ts";
import { type Files, useStore } from "../store/index.ts";

/** The view in the address, completed: the first guideline and the first case when it names none that exist. */
export function useDefaultView(): View {
  const { workspace } = useStudio();
  const view = useView();
  const show = useShow();
  const file = useStore(workspace.state, ({ files }) => existing(files, view.file) ?? firstOf(files, "guideline"));
  const openCase = useStore(workspace.state, ({ files }) => existing(files, view.case) ?? firstOf(files, "case"));
  const over = useMemo(() => ({ view: view.view, witness: view.witness }), [view.view, view.witness]);
  useEffect(() => {
    // Only what is lacking: with the first case of a set its text is opened too, and stays.
    const lacking = { ...(file === view.file ? {} : { file }), ...(openCase === view.case ? {} : { case: openCase }) };
    if (Object.keys(lacking).length > 0) show({ ...lacking, ...over });
  }, [file, openCase, view.file, view.case, over, show]);
  return { ...view, ...(file === undefined ? {} : { file }), ...(openCase === undefined ? {} : { case: openCase }) };
}

/** The case that is on screen when the address names `wanted`. */
export function caseToOpen(files: Files, wanted: string | undefined): string | null {
  return existing(files, wanted) ?? firstOf(files, "case") ?? null;
}

function existing(files: Files, path: string | undefined): string | undefined {
  return path !== undefined && files[path] !== undefined ? path : undefined;
}

function firstOf(files: Files, kind: "guideline" | "case"): string | undefined {
  return Object.values(files)
    .filter((file) => file.kind === kind && file.unreadable === null)
    .map((file) => file.path)
    .toSorted()[0];
}
