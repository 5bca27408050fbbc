export { type Figure, figureLine, readable } from "./figure.ts";
export { comparePairs, median, type Paired, paired, quantile, times } from "./measure.ts";
