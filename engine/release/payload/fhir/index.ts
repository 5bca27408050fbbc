export { type FhirFile, fhirFiles } from "./fhirFiles.ts";
