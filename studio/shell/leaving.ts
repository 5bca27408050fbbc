import { useEffect } from "react";
import type { Workspace } from "../store/index.ts";

/**
 * Typed text is never lost: what is not yet written when the page is left is kept at once; the browser asks before it
 * closes the page only when that fails.
 */
export function useLeaveGuard(workspace: Workspace | null): void {
  useEffect(() => {
    if (workspace === null) return;
    const guard = (event: BeforeUnloadEvent) => {
      if (!workspace.drafts.pending() || workspace.drafts.secure()) return;
      void workspace.drafts.flush();
      event.preventDefault();
    };
    const flush = () => void workspace.drafts.flush();
    addEventListener("beforeunload", guard);
    document.addEventListener("visibilitychange", flush);
    return () => {
      removeEventListener("beforeunload", guard);
      document.removeEventListener("visibilitychange", flush);
    };
  }, [workspace]);
}
