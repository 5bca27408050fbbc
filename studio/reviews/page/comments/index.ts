export { CommentForm } from "./CommentForm.tsx";
export { CommentsPart } from "./CommentsPart.tsx";
export { Thread } from "./Thread.tsx";
export { type CommentThread, threadsOf } from "./threads.ts";
