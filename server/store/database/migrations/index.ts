export { first } from "./first.ts";
export { removedAndAttributed } from "./removedAndAttributed.ts";
export { signIn } from "./signIn.ts";
