import { type Discovered, discover, type ProviderSettings } from "./discovery.ts";
import type { Library } from "./library.ts";
import { PROVIDER } from "./underway.ts";
import { within } from "./within.ts";

/** The library once it knows the provider; or why it does not. */
export type Reached = { readonly kind: "reached"; readonly library: Library } | Exclude<Discovered, { kind: "found" }>;

interface Reaching {
  readonly settings: ProviderSettings;
  /** A library that asks the provider, when it is made, and without end. */
  readonly make: (userInfo: string | null) => Library;
  readonly clock: () => Date;
  /** In milliseconds: longer nobody waits for the provider. */
  readonly patience: number;
}

const PAUSE_MILLISECONDS = 15_000;

/**
 * How the provider is reached when somebody wants to go there, so that a server starts, and lets people in by their password,
 * whatever the provider does. Those who want it at once wait together; after it gave no answer, it is left alone for a while.
 */
export function reacher({ settings, make, clock, patience }: Reaching): () => Promise<Reached> {
  let known: Reached | null = null;
  let asking: Promise<Reached> | null = null;
  let askedAt = 0;
  const isPaused = () => Math.abs(clock().getTime() - askedAt) < PAUSE_MILLISECONDS;
  const ask = async (): Promise<Reached> => {
    try {
      known = await reach({ settings, make, clock, patience });
      askedAt = clock().getTime();
      return known;
    } finally {
      asking = null;
    }
  };
  return async () => {
    if (known !== null && (known.kind === "reached" || isPaused())) return known;
    asking ??= ask();
    return asking;
  };
}

async function reach({ settings, make, patience }: Reaching): Promise<Reached> {
  const found = await discover(settings, patience);
  if (found.kind !== "found") return found;
  const library = make(found.userInfo);
  // It reads the document once more by itself, and may find nothing there this time.
  const context = await within(library.$context, patience);
  if (context === null || context.socialProviders.every(({ id }) => id !== PROVIDER)) return { kind: "silent" };
  return { kind: "reached", library };
}
