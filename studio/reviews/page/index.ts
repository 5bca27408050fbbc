export { Gates } from "./Gates.tsx";
export { ReviewPage } from "./ReviewPage.tsx";
export { useChange, useChangeId } from "./useReview.ts";
