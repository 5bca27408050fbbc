export { CsvReader } from "./csvReader.ts";
export { type CsvHeader, type FileProblem, readHeader } from "./header.ts";
