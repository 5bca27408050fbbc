export { ExplanationDrawer } from "./ExplanationDrawer.tsx";
export { guideTitle } from "./guide.ts";
