export { type SuggestOptions, type Suggestion, type Suggestions, suggestCases } from "./suggest.ts";
