export { TextPart } from "./TextPart.tsx";
