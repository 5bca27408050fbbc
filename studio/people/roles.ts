import type { Role } from "../api/index.ts";

/** What each role adds to reading, which everybody who is listed may do. */
export const roleWords: readonly { readonly role: Role; readonly may: string }[] = [
  { role: "viewer", may: "reads" },
  { role: "author", may: "writes, and sends to review" },
  { role: "reviewer", may: "approves what others wrote" },
  { role: "publisher", may: "publishes what is approved" },
  { role: "admin", may: "lists people, and keeps the keys" },
];
