export { engineBundle } from "./bundle.ts";
