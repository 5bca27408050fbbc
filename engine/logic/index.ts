export { cellsOf } from "./cells.ts";
export type { Diagram, DiagramOptions } from "./diagram.ts";
export { type GuidelineDiagrams, guidelineDiagrams } from "./guidelineDiagrams.ts";
export {
  type DiagramMeaning,
  type GuidelineMeaning,
  describeFact,
  meaningOf,
  type NodeMeaning,
  type QuantityMeaning,
  quantityMeanings,
} from "./meaning.ts";
export { decidedBy } from "./deciding.ts";
export { definitionsUsed } from "./named.ts";
export { Earlier } from "./earlier.ts";
export { everyFormula, quantitiesOf } from "./order.ts";
export { type OpenDiagram, openDiagram } from "./openDiagram.ts";
export { stillMatters } from "./stillMatters.ts";
export { FALSE, type NodeId, TOO_LARGE, TRUE } from "./store.ts";
export { type TableDiagram, tableDiagram, valuesReached } from "./tableDiagram.ts";
export { reductionMeaning } from "./reductionMeaning.ts";
export { type NeededValues, type QuantityStep, type QuantityWay, waysTo } from "./ways.ts";
export { ALWAYS, type Circuit, type Gate, type GateId, GuidelineRails, NEVER, type Rails } from "./rails/index.ts";
export { type Assignment, nameIn, Space, type SpaceOptions, type SpacePart } from "./space/index.ts";
