export { ConsequencePane } from "./ConsequencePane.tsx";
