import type { Proofs } from "./protocol.ts";

/** What is known before anything was told. */
export const nothing: Proofs = {
  boards: {},
  coverage: {},
  edit: null,
  release: null,
  strength: null,
  suggestions: null,
  outdated: [],
  unread: [],
  progress: null,
  failures: [],
};
