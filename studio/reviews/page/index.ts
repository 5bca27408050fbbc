export { Gates } from "./Gates.tsx";
export { MoveDetail, MoveList } from "./changes/index.ts";
export { movesOf } from "./moves.ts";
export { ReviewPage } from "./ReviewPage.tsx";
export { useChange, useChangeId } from "./useReview.ts";
