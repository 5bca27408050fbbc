export { type SuggestOptions, type Suggestion, type Suggestions, suggestCases, suggesting } from "./suggest.ts";
