import type { KeyboardEvent } from "react";

/** Ctrl+Z, or Cmd+Z; with Shift it is the browser's redo. */
export function isUndo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === "z";
}
