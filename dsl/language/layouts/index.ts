export { type Relayout, relayouts } from "./relayouts.ts";
