export {
  keepReleaseName,
  lockNames,
  namesOfSet,
  nameTaken,
  releaseNameOf,
  releaseNameProblem,
  setNamed,
} from "./releaseNames.ts";
