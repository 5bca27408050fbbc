export { describeSet, type FactDescription, type GuidelineDescription, type SetDescription } from "./describe.ts";
