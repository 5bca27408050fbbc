export { SuggestionsScreen } from "./SuggestionsScreen.tsx";
