export { SendToReview } from "./SendToReview.tsx";
