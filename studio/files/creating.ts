import { useCallback } from "react";
import { useShow, useStudio, useView } from "../session/index.ts";
import type { Files } from "../store/index.ts";
import { today } from "../words/index.ts";
import { fileName } from "./fileName.ts";
import { firstCase, firstGuideline } from "./starters.ts";

/** Adds a guideline beside the others, with the worked example as its text, and opens it. */
export function useNewGuideline(): () => void {
  const { workspace } = useStudio();
  const show = useShow();
  return useCallback(() => {
    const { path } = freeName(workspace.state.get().files, (name) => `${name}.guideline`);
    workspace.create(path, "guideline", firstGuideline("New guideline"));
    show({ file: path, wide: undefined });
  }, [workspace, show]);
}

/** Adds a case that asks for the first service of the open guideline, and opens its text and its facts. */
export function useNewCase(): () => void {
  const { workspace, analyst } = useStudio();
  const { file } = useView();
  const show = useShow();
  return useCallback(() => {
    const { path, number } = freeName(workspace.state.get().files, (name) => `cases/${name}-case.yaml`);
    const guidelines = analyst.state.get().analysis?.guidelines ?? [];
    const guideline = guidelines.find((one) => one.path === file) ?? guidelines[0];
    const title = number === 1 ? "New case" : `New case ${number}`;
    workspace.create(path, "case", firstCase(title, today(), guideline?.firstService ?? null));
    show({ file: path, case: path, tab: "facts", wide: undefined });
  }, [workspace, analyst, file, show]);
}

/** Adds a case file under a name made of its title; the path it was given. */
export function useAddCase(): (title: string, text: string) => string {
  const { workspace } = useStudio();
  return useCallback(
    (title, text) => {
      const { path } = freeName(workspace.state.get().files, (name) => `cases/${name}.yaml`, fileName(title) ?? "case");
      workspace.create(path, "case", text);
      return path;
    },
    [workspace],
  );
}

/** The first of `new`, `new-2`, `new-3` that no file has. */
function freeName(
  files: Files,
  pathOf: (name: string) => string,
  name = "new",
): { readonly path: string; readonly number: number } {
  let number = 1;
  let path = pathOf(name);
  while (files[path] !== undefined) {
    number += 1;
    path = pathOf(`${name}-${number}`);
  }
  return { path, number };
}
