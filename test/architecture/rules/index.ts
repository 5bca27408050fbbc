import type { Rule } from "../rule.ts";
import { plainBootstrap } from "./bootstrap.ts";
import { nothingPutOff, reasonedSuppressions } from "./comments.ts";
import { noCycles } from "./cycles.ts";
import { doors } from "./doors.ts";
import { madeCode, noMadeCodeInStudio } from "./madeCode.ts";
import { clearNames, noDefaultExports } from "./names.ts";
import { completeLock, exactVersions, notices } from "./packages.ts";
import { explainedCodes } from "./pages.ts";
import { purity } from "./purity.ts";
import { fixedTopLevel, noMachineDetails } from "./repository.ts";
import { rooms } from "./rooms.ts";
import { sizes } from "./sizes.ts";
import { everyTestRuns, noSleeps } from "./tests.ts";
import { noAny, noAssertedPresence, reasonedAssertions } from "./types.ts";

export { distributionOf, fileSizes, functionSizes } from "./sizes.ts";

export const rules: readonly Rule[] = [
  purity,
  madeCode,
  noMadeCodeInStudio,
  rooms,
  doors,
  noCycles,
  noDefaultExports,
  clearNames,
  noAny,
  noAssertedPresence,
  reasonedAssertions,
  nothingPutOff,
  reasonedSuppressions,
  fixedTopLevel,
  plainBootstrap,
  explainedCodes,
  noMachineDetails,
  exactVersions,
  completeLock,
  notices,
  everyTestRuns,
  noSleeps,
  sizes,
];
