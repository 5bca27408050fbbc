export { ChangesPart, useAcknowledging } from "./ChangesPart.tsx";
