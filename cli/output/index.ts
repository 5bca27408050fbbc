export { annotation, githubAnnotation } from "./github.ts";
export { printJson } from "./json.ts";
export { type JunitCase, junit } from "./junit.ts";
export { type Palette, palette } from "./palette.ts";
export { type Placed, place } from "./place.ts";
export { sarif } from "./sarif.ts";
export { counted, wrap } from "./wrap.ts";
