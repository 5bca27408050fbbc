import type { Operator } from "../edit.ts";
import { addedTerm } from "./addedTerm.ts";
import { droppedException, droppedRequirement, droppedWaiver } from "./clauses.ts";
import { andForOr, orForAnd } from "./connectives.ts";
import { countOf } from "./countOf.ts";
import { droppedNeed } from "./droppedNeed.ts";
import { droppedOption } from "./droppedOption.ts";
import { droppedTerm } from "./droppedTerm.ts";
import { edge } from "./edge.ts";
import { negation } from "./negation.ts";
import { notDocumentedAsNo, notDocumentedAsYes } from "./notDocumented.ts";
import { quantifier } from "./quantifier.ts";
import {
  droppedExclusion,
  droppedLimit,
  droppedOnlyIf,
  droppedRecommendation,
  droppedScope,
} from "./recommendations.ts";
import { swappedFact } from "./swappedFact.ts";
import { tableValue } from "./tableValue.ts";
import { higherThreshold, lowerThreshold } from "./threshold.ts";
import { windowEdge } from "./window.ts";

/** Every kind of mistake, in the order in which mutants are told. */
export const operators: readonly Operator[] = [
  higherThreshold,
  lowerThreshold,
  edge,
  orForAnd,
  andForOr,
  droppedTerm,
  addedTerm,
  swappedFact,
  droppedOption,
  negation,
  notDocumentedAsNo,
  notDocumentedAsYes,
  droppedNeed,
  windowEdge,
  countOf,
  quantifier,
  droppedWaiver,
  droppedException,
  droppedRequirement,
  droppedExclusion,
  droppedOnlyIf,
  droppedRecommendation,
  droppedLimit,
  droppedScope,
  tableValue,
];
