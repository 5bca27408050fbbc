export { fileRoutes } from "./files.ts";
export { healthRoutes } from "./health.ts";
export { setRoutes } from "./sets.ts";
