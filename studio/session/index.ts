export { type CaseChanges, openCaseChanges } from "./caseChanges.ts";
export { type Place, type Studio, StudioProvider, useAnalysis, useFile, useStudio } from "./studio.tsx";
export { type CaseTab, caseTabs, type Pane, panes, readView, useShow, useView, type View } from "./view.ts";
