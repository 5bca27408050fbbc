export { LetterTab } from "./LetterTab.tsx";
