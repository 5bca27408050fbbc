export { ExplanationDrawer } from "./ExplanationDrawer.tsx";
export { guideTitle } from "./guide.ts";
export { Prose } from "./Prose.tsx";
