export { type Attempt, type Search, search } from "./search.ts";
