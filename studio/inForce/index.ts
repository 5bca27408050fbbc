export { InForce } from "./InForce.tsx";
