export { NewSetButton } from "./NewSetButton.tsx";
export { NewSetDialog } from "./NewSetDialog.tsx";
