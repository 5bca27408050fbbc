export { spanOf, tokenSpan } from "./base.ts";
export { DeclarationParser } from "./declaration.ts";
