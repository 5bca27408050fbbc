export { attribute } from "./attribute.ts";
export { authorsBetween } from "./authors.ts";
export { roundOfNobody, textOfNobody } from "./nobody.ts";
export { listUnattributed } from "./unattributed.ts";
