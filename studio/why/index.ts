export { WhyTab } from "./WhyTab.tsx";
