export { StrengthPart } from "./StrengthPart.tsx";
