export { ALWAYS, type Circuit, type Gate, type GateId, NEVER } from "./circuit.ts";
export { GuidelineRails, type Rails } from "./guidelineRails.ts";
