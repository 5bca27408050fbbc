export { WitnessPane } from "./WitnessPane.tsx";
