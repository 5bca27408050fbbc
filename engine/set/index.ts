export type {
  FileReading,
  GuidelineSet,
  CaseCheck,
  SetCase,
  SetFile,
  SetGuideline,
  SetManifest,
} from "./guidelineSet.ts";
export { type CaseReader, caseReader, namesDeclared, type ReadCase } from "./caseReader.ts";
export { type Holding, type Holdings, holdings } from "./holdings.ts";
export { inForceOn } from "./inForceOn.ts";
export { overlap } from "./overlap.ts";
export { decodeManifest, manifestPath, manifestSchemaName } from "./manifest.ts";
export { checkRebuttals } from "./rebuttalChecks.ts";
export { type PlaceInSet, placesInSet } from "./placeInSet.ts";
export { readSet } from "./readSet.ts";
export { uncited } from "./uncited.ts";
