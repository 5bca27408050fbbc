export { fileRoutes } from "./files.ts";
export { healthRoutes } from "./health.ts";
export { letterRoutes } from "./letters.ts";
export { releaseRoutes } from "./releases.ts";
export { sessionRoutes } from "./session.ts";
export { setRoutes } from "./sets.ts";
