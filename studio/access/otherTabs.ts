import { useEffect } from "react";

/**
 * Tells the other tabs of this browser who works here (`null`: nobody, `undefined`: not known yet) whenever that is somebody
 * else, and calls `differs` when another tab says otherwise: they share one sign-in.
 */
export function useOtherTabs(id: string | null | undefined, differs: () => void): void {
  useEffect(() => {
    if (id === undefined) return undefined;
    const channel = new BroadcastChannel("precept-session");
    channel.addEventListener("message", ({ data }) => {
      if (data !== id) differs();
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origins
    channel.postMessage(id);
    return () => channel.close();
  }, [id, differs]);
}
