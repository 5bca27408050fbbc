let held = false;

/** While somebody has to sign in, no key reaches what lies behind: it neither closes a dialog there nor acts. */
export function holdKeys(): () => void {
  held = true;
  return () => {
    held = false;
  };
}

function hold(event: KeyboardEvent): void {
  if (!held) return;
  event.stopImmediatePropagation();
  if (event.key === "Escape") event.preventDefault();
}

// Heard before all others of this page, who begin to listen when they are drawn.
addEventListener("keydown", hold, { capture: true });
