/** Why something was not done; the sentence is for whoever asked. */
export interface Refusal {
  readonly kind: "refused";
  readonly status: 404 | 412 | 422;
  readonly detail: string;
}

export function refusal(status: Refusal["status"], detail: string): Refusal {
  return { kind: "refused", status, detail };
}
