export { RoundsPart } from "./RoundsPart.tsx";
