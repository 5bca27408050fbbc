import { useComputedColorScheme } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Span } from "../../../dsl/index.ts";
import { type Studio, useShow, useStudio, useView } from "../../session/index.ts";
import { showAnswers } from "./answers.ts";
import { registerCompletion } from "./completion.ts";
import "./editor.css";
import { showCoverage } from "./coverage.ts";
import { registerFixes } from "./fixes.ts";
import { registerFolds } from "./folds.ts";
import { registerLayouts } from "./layouts.ts";
import { registerFormatting } from "./formatting.ts";
import { registerHighlighting } from "./highlighting.ts";
import { addGoToDeclaration, registerHover } from "./hover.ts";
import { registerLanguage } from "./language.ts";
import { type Models, openModels } from "./models.ts";
import { monaco } from "./monaco.ts";
import { options } from "./options.ts";
import { goToPlace } from "./places.ts";
import { registerRenaming } from "./renaming.ts";
import { showSquiggles } from "./squiggles.ts";
import { teachInPlace } from "./teaching.ts";
import styles from "./uses.module.css";
import { addFindUses } from "./uses.ts";
import { UsesPanel } from "./UsesPanel.tsx";
import type { Use } from "../../worker/index.ts";
import { defineThemes, themeName } from "./themes.ts";

interface Opened {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly models: Models;
}

/** Monaco with our language. It is made once and shows one file after another. */
export function MonacoEditor({ path }: { readonly path: string }) {
  const { analyst, prover, place, workspace, explained } = useStudio();
  const { marks } = useView();
  const show = useShow();
  const element = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });

  const [uses, setUses] = useState<readonly Use[] | null>(null);
  const openAt = useCallback(
    (file: string, { start, end }: Span) => {
      place.set(() => ({ path: file, start, end }));
      show({ file });
    },
    [place, show],
  );

  const showCase = useCallback((witness: string) => show({ witness, wide: undefined }), [show]);

  useEffect(() => {
    if (element.current === null) return;
    const parts = { workspace, analyst, prover, explained, openAt, showCase, found: setUses };
    return openEditor(element.current, parts, setOpened);
  }, [workspace, analyst, prover, explained, openAt, showCase]);

  useEffect(() => {
    defineThemes();
    monaco.editor.setTheme(themeName(scheme));
  }, [scheme]);

  useEffect(() => {
    if (opened === null) return;
    const model = opened.models.of(path);
    opened.editor.setModel(model);
    opened.editor.updateOptions({ ariaLabel: `Text of ${path}. Control M lets Tab leave the text.` });
    const squiggles = showSquiggles(model, analyst, prover);
    const places = goToPlace(opened.editor, path, place);
    return () => {
      squiggles.dispose();
      places.dispose();
    };
  }, [opened, path, analyst, prover, place]);

  useEffect(() => {
    if (opened === null) return;
    const shown = marks === "coverage" ? showCoverage(opened.editor, prover) : showAnswers(opened.editor, analyst);
    return () => shown.dispose();
  }, [opened, marks, analyst, prover]);

  const closeUses = () => {
    setUses(null);
    opened?.editor.focus();
  };
  return (
    <div className={styles["editor"]}>
      <div ref={element} className={styles["text"]} data-ready={opened !== null} />
      {uses === null ? null : (
        <UsesPanel key={usesKey(uses)} uses={uses} open={({ file, span }) => openAt(file, span)} close={closeUses} />
      )}
    </div>
  );
}

/** Other places are another panel, which takes the focus again. */
function usesKey(uses: readonly Use[]): string {
  return uses.map(({ file, span }) => `${file} ${span.start}`).join();
}

interface Parts extends Pick<Studio, "workspace" | "analyst" | "prover" | "explained"> {
  readonly showCase: (witness: string) => void;
  readonly openAt: (file: string, span: Span) => void;
  readonly found: (uses: readonly Use[]) => void;
}

function openEditor(
  element: HTMLElement,
  { analyst, prover, workspace, explained, openAt, showCase, found }: Parts,
  opened: (now: Opened | null) => void,
): () => void {
  registerLanguage();
  const models = openModels(workspace);
  const editor = monaco.editor.create(element, options);
  addGoToDeclaration(editor, analyst, openAt);
  addFindUses(editor, analyst, found);
  const parts = [
    registerCompletion(analyst),
    registerHover(analyst),
    registerFixes(analyst, prover),
    registerFolds(analyst),
    registerLayouts(analyst),
    registerFormatting(analyst),
    registerHighlighting(analyst),
    registerRenaming(analyst, models),
    teachInPlace(editor, { analyst, prover }, { explain: (code) => explained.set(() => code), showCase }),
  ];
  opened({ editor, models });
  return () => {
    opened(null);
    for (const part of parts) part.dispose();
    editor.dispose();
    models.dispose();
  };
}
