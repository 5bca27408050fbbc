export { type CaseChanges, openCaseChanges } from "./caseChanges.ts";
export { type Place, type Studio, StudioProvider, useAnalysis, useFile, useStudio } from "./studio.tsx";
export {
  type CaseTab,
  caseTabs,
  type Pane,
  panes,
  type ReadingForm,
  readings,
  readView,
  useShow,
  useView,
  type View,
} from "./view.ts";
