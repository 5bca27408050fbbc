export { addComment, countComments, listComments, resolve } from "./comments.ts";
