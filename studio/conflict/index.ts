export { BothTexts } from "./BothTexts.tsx";
export { ConflictDialog } from "./ConflictDialog.tsx";
