export { type CaseChanges, isOnlyOf, openCaseChanges } from "./caseChanges.ts";
export { keep, useKept } from "./kept.ts";
export { useKeys } from "./keys.ts";
export {
  type Place,
  type Studio,
  StudioProvider,
  useAnalysis,
  useFile,
  useHasUnreadGuideline,
  useProofs,
  useStudio,
} from "./studio.tsx";
export {
  boardStates,
  type CaseTab,
  caseTabs,
  type Pane,
  panes,
  type ReadingForm,
  readings,
  readView,
  type ScreenName,
  useShow,
  useView,
  type View,
} from "./view.ts";
