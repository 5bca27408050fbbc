export { MoveDetail } from "./MoveDetail.tsx";
export { MoveList } from "./MoveList.tsx";
export { ChangesPart, useAcknowledging } from "./ChangesPart.tsx";
