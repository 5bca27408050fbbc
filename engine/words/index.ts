export { changesInWords } from "./changes.ts";
export { backedBy, backing, backings, isBacked, place, statementInWords } from "./evidence.ts";
export { htmlText } from "./html.ts";
export { neededEvidence, needSentence } from "./needs.ts";
export {
  againstWords,
  asClause,
  clause,
  fitting,
  isOrAre,
  negated,
  noun,
  ofOrThat,
  phrase,
  type Phrase,
  whether,
  withoutEvidence,
} from "./phrase.ts";
export { capital, isolated, listed, quoted, sentence, withArticle } from "./sentence.ts";
export { type Said, valuesInWords } from "./values.ts";
