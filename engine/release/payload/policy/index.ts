export { policyHtml } from "./policyHtml.ts";
