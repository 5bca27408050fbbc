export { EditionsTab } from "./EditionsTab.tsx";
