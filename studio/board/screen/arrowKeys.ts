import { type KeyboardEvent, useCallback } from "react";

/** Up and down go from entry to entry, whatever is focused inside one. */
export function useArrowKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-entry]")];
    const at = entries.findIndex((entry) => entry.contains(document.activeElement));
    const next = entries[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }, []);
}
