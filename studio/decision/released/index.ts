export { ByRelease } from "./ByRelease.tsx";
