export { first } from "./first.ts";
export { signIn } from "./signIn.ts";
