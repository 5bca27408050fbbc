export type { Checked } from "./checked.ts";
export type { Diagnostic, Fix, Severity, TextEdit } from "./diagnostic.ts";
