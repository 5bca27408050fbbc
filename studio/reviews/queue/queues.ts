import type { ChangeSummary } from "../../api/index.ts";

export const queues = ["to review", "sent", "all"] as const;
export type Queue = (typeof queues)[number];

export const queueWords: Readonly<Record<Queue, string>> = {
  "to review": "For me to review",
  sent: "Sent by me",
  all: "All",
};

/** What the address says is listed. */
export function readQueue(search: Readonly<Record<string, unknown>>): { readonly queue: Queue } {
  return { queue: queues.find((queue) => queue === search["queue"]) ?? "all" };
}

interface Asker {
  readonly id: string | null;
  /** One person alone at a machine. */
  readonly local: boolean;
}

/** Alone at a machine everything is one's own to review; in a team what others sent. */
export function inQueue({ status, by }: ChangeSummary, queue: Queue, actor: Asker): boolean {
  if (queue === "all") return true;
  if (queue === "sent") return by.id === actor.id;
  return status === "in review" && (by.id !== actor.id || actor.local);
}
