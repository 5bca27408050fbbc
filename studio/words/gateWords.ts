const words: Readonly<Record<string, string>> = {
  errors: "No errors",
  cases: "Cases as expected",
  adequacy: "Cases notice mistakes",
  transitions: "Changes acknowledged",
  citations: "Citations",
  proofs: "Nothing unsound",
  approval: "Approval",
};

/** What must be so before something is published, as a reader says it. Signed statements name gates of later editions too. */
export function gateWords(gate: string): string {
  return words[gate] ?? gate;
}
