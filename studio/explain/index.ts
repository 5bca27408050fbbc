export { ExplanationDrawer } from "./ExplanationDrawer.tsx";
