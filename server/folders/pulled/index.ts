export { changesIn, unsettled } from "./changesIn.ts";
export { differingFiles } from "./differing.ts";
export { type PullDone, pullInto, unfitPull } from "./pullInto.ts";
export { type PulledRecord, readPulled, writePulled } from "./record.ts";
export { THEIRS, theirsIn } from "./theirs.ts";
