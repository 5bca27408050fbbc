import type { KeptDraft } from "./draft.ts";

/** What was to be done in the database: an entry to be kept there, or to be taken out. */
type Pending = readonly (readonly [key: string, draft: KeptDraft | null])[];

const nameOf = (place: string, tab: string): string => `precept drafts ${place} ${tab}`;

/** The database answers too late for a page that is being left; local storage takes the text at once. */
export function secureAtOnce(place: string, tab: string, pending: Pending): boolean {
  try {
    localStorage.setItem(nameOf(place, tab), JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}

/** What was kept when a page was left, this tab's or every one's; a browser without storage kept nothing. */
export function takeSecured(place: string, tab = ""): Pending {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(place, tab)));
    return names.flatMap((name) => {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
      localStorage.removeItem(name);
      return Array.isArray(kept) ? kept.filter(isPending) : [];
    });
  } catch {
    return [];
  }
}

function isPending(kept: unknown): kept is Pending[number] {
  if (!Array.isArray(kept) || typeof kept[0] !== "string") return false;
  const draft: unknown = kept[1];
  return (
    draft === null ||
    (typeof draft === "object" && "text" in draft && typeof draft.text === "string" && "base" in draft && "at" in draft)
  );
}
