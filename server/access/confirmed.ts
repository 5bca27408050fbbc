/** Whether the person who signs has just shown who they are; if not, why, as a status and a sentence. */
export type Confirmed =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 403 | 429; readonly detail: string };
