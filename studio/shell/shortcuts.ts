import { useEffect } from "react";
import { guideTitle } from "../explain/index.ts";
import { useShow, useStudio, useView } from "../session/index.ts";

/** Keys that work everywhere: Ctrl+K the palette, F1 the language guide, Ctrl+S saves everything, Escape leaves a screen or a pane's whole screen. */
export function useShortcuts(openPalette: () => void): void {
  const { workspace, explained } = useStudio();
  const { wide, view } = useView();
  const show = useShow();
  usePaletteKey(openPalette);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (event.key === "F1") {
        event.preventDefault();
        event.stopPropagation();
        explained.set(() => guideTitle);
      } else if (command && event.key === "s") {
        event.preventDefault();
        void workspace.saveAll();
      }
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [workspace, explained]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || hasDialog()) return;
      if (view !== undefined) show({ view: undefined });
      else if (wide !== undefined) show({ wide: undefined });
    };
    // After whatever is open inside: Escape belongs to the innermost.
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [wide, view, show]);
}

/** Ctrl+K, on every page. */
export function usePaletteKey(openPalette: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== "k") return;
      event.preventDefault();
      event.stopPropagation();
      openPalette();
    };
    // Before the editor, which has its own Ctrl+K.
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [openPalette]);
}

/** Escape closes the dialog alone. */
const hasDialog = (): boolean => document.querySelector("[role='dialog']") !== null;
