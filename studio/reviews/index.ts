export { Status } from "./Status.tsx";
