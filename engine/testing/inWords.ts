import type { TestedRequest } from "./report.ts";

/** What was expected of the requests of a case and what was seen, each as one line; a request without expectation is silent. */
export function inWords(requests: readonly TestedRequest[]): { readonly expected: string; readonly actual: string } {
  const tested = requests.filter(({ source }) => source !== null);
  const line = (side: Side): string =>
    tested.map((request) => requestLine(request, side, tested.length > 1)).join("; ");
  return tested.length === 0
    ? { expected: "no expectation", actual: "not tested" }
    : { expected: line("expected"), actual: line("actual") };
}

type Side = "expected" | "actual";

/** `MRI of the cervical spine: information needed, upheld, failed strengthening not documented` */
function requestLine(
  { service, outcome, review, governing, answers }: TestedRequest,
  side: Side,
  named: boolean,
): string {
  const parts = [
    ...(outcome === null ? [] : [outcome[side]]),
    ...(review === null ? [] : [review[side] ?? "no review"]),
    ...(governing === null ? [] : [`by ${governing[side] ?? "no guideline"}`]),
    ...answers.map((answer) => `${answer.criterion} ${answer[side]}`),
  ];
  return named ? `${service}: ${parts.join(", ")}` : parts.join(", ");
}
