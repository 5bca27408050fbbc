export type { Checked } from "./checked.ts";
export type { Diagnostic, Fix, Severity, TextEdit } from "./diagnostic.ts";
export { inFile, type Problem, type ProblemDetails, problem, replace } from "./problem.ts";
export { type Paint, render } from "./render.ts";
