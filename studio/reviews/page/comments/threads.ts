import type { Comment } from "../../../api/index.ts";

/** A comment with what was answered to it, in order. */
export interface CommentThread {
  readonly first: Comment;
  readonly replies: readonly Comment[];
}

export function threadsOf(comments: readonly Comment[]): readonly CommentThread[] {
  return comments
    .filter(({ replyTo }) => replyTo === null)
    .map((first) => ({ first, replies: comments.filter(({ replyTo }) => replyTo === first.id) }));
}
