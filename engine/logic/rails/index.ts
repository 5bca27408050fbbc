export { ALWAYS, type Circuit, type Gate, type GateId, NEVER } from "./circuit.ts";
export { type Drawn, GuidelineRails, type Rails } from "./guidelineRails.ts";
