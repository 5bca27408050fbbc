import { readSet } from "../../../engine/set/index.ts";
import { longSet } from "./longSet.ts";

// Run by itself, with `--expose-gc`: writes how many bytes are in use once a long set has been read.

const { value: set } = readSet(longSet(10, 1_000));
globalThis.gc?.();
process.stdout.write(`${set.guidelines.length === 10 ? process.memoryUsage().heapUsed : Number.NaN}\n`);
