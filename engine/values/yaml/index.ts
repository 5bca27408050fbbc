export { strangeIn } from "./guard.ts";
export { type Advice, listed, problem, replacement } from "./problem.ts";
export { type NamedText, readYaml } from "./read.ts";
export { decodeShape, form, type Misfit, misfit } from "./shape.ts";
export { treeOfData } from "./data.ts";
export { entryAt, type Path, placeOf, valueAt, type YamlFile, type YamlTree } from "./tree.ts";
