import { useMemo } from "react";
import { guideTitle } from "../explain/index.ts";
import { useNewCase, useNewGuideline } from "../files/index.ts";
import { panes, type Studio, useAnalysis, useShow, useStudio, useView, type View } from "../session/index.ts";
import type { Analysis } from "../worker/index.ts";
import { action, type Command } from "./command.ts";
import { usePageCommands } from "./pageCommands.ts";

type Show = ReturnType<typeof useShow>;

/** What can be found and done in the open guideline set, and on every page. */
export function useCommands(): readonly Command[] {
  const studio = useStudio();
  const view = useView();
  const show = useShow();
  const analysis = useAnalysis((value) => value);
  const newCase = useNewCase();
  const newGuideline = useNewGuideline();
  const everywhere = usePageCommands();
  return useMemo(
    () => [
      ...(analysis === null ? [] : [...places(analysis, studio, show), ...caseCommands(analysis, show)]),
      ...actions(studio, view, show),
      action("new case", "New case", newCase),
      action("new guideline", "New guideline", newGuideline),
      ...everywhere,
    ],
    [analysis, studio, view, show, newCase, newGuideline, everywhere],
  );
}

function places(analysis: Analysis, { place }: Studio, show: Show): readonly Command[] {
  return analysis.guidelines.flatMap(({ path, title, outline }) => [
    {
      id: `guideline ${path}`,
      words: title,
      kind: "guideline" as const,
      run: () => show({ file: path, wide: undefined }),
    },
    ...outline.map(
      (entry): Command => ({
        id: `${path} ${entry.nameSpan.start}`,
        words: entry.kind === "recommendation" ? `${entry.name} ${entry.detail}` : entry.name,
        kind: entry.kind === "definition" ? "criterion" : entry.kind,
        run: () => {
          show({ file: path, wide: undefined });
          place.set(() => ({ path, start: entry.nameSpan.start }));
        },
      }),
    ),
  ]);
}

function caseCommands(analysis: Analysis, show: Show): readonly Command[] {
  return analysis.cases.flatMap(({ path, title }) => [
    { id: `case ${path}`, words: title, kind: "case" as const, run: () => show({ case: path, wide: undefined }) },
  ]);
}

const paneWords = { files: "guideline set", editor: "text", case: "case", tests: "cases and diagnostics" } as const;

function actions({ workspace, analyst, caseChanges, explained }: Studio, view: View, show: Show): readonly Command[] {
  const format = async () => {
    const path = view.file ?? "";
    const text = workspace.state.get().files[path]?.text;
    if (text === undefined) return;
    const laidOut = await analyst.language.format({ path, text });
    if (workspace.state.get().files[path]?.text === text) workspace.edit(path, laidOut);
  };
  return [
    action("guide", "Read the language guide", () => explained.set(() => guideTitle)),
    action("save", "Save all files", () => void workspace.saveAll()),
    action("format", "Format the text", () => void format()),
    action("read", "Read the guideline back in sentences", () => show({ read: "sentences" })),
    action("read as outline", "Read the guideline back as an outline", () => show({ read: "outline" })),
    action("history", "Show the history of the open file", () => show({ history: "file" })),
    action("board", "Open the proof board", () => show({ view: "board", state: undefined })),
    action("compare", "Compare with what is saved or a release", () => show({ view: "compare" })),
    action("suggested", "Answer a suggested case", () => show({ view: "suggestions" })),
    view.marks === undefined
      ? action("coverage", "Show what the cases cover beside the text", () => show({ marks: "coverage" }))
      : action("coverage", "Show the open case's answers beside the text", () => show({ marks: undefined })),
    action("send", "Send to review", () => show({ dialog: "send" })),
    action("undo", "Undo the last change of a fact", () => void caseChanges.undo()),
    action("why", "Show why", () => show({ tab: "why", wide: undefined })),
    action("facts", "Show the facts", () => show({ tab: "facts", wide: undefined })),
    action("letter", "Show the letter", () => show({ tab: "letter", wide: undefined })),
    action("decision", "Record the decision", () => show({ tab: "decision", wide: undefined })),
    action("editions", "Show the case then and now, under two editions", () =>
      show({ tab: "editions", wide: undefined }),
    ),
    action("text", "Open the case as text", () => show({ file: view.case })),
    ...panes.map((pane) => action(`wide ${pane}`, `Whole screen: ${paneWords[pane]}`, () => show({ wide: pane }))),
    action("all", "Show all panes", () => show({ wide: undefined })),
  ];
}
