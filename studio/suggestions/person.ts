/** Who answers, and the text or page the answers rest on. */
export interface Person {
  readonly name: string;
  readonly text: string;
}

/** By who works here: somebody else at this browser is not taken for them. */
const keyOf = (id: string | null): string => `precept-answering ${id ?? ""}`;

/** As given the last time; a browser without storage asks again. */
export function rememberedPerson(id: string | null): Person {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? "{}");
    const word = (name: string) => (isRecord(kept) && typeof kept[name] === "string" ? kept[name] : "");
    return { name: word("name"), text: word("text") };
  } catch {
    return { name: "", text: "" };
  }
}

const isRecord = (kept: unknown): kept is Readonly<Record<string, unknown>> =>
  typeof kept === "object" && kept !== null;

export function rememberPerson(id: string | null, person: Person): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(person));
  } catch {
    // Nothing is lost but that it is asked again.
  }
}

/** What is still missing for an answer to count; `null`: nothing. */
export function missing({ name, text }: Person): keyof Person | null {
  if (name.trim() === "") return "name";
  return text.trim() === "" ? "text" : null;
}

/** Where an expectation comes from, as its file says it: `Dr. Example, by ACOEM chapter 8, page 178`. */
export const sourceOf = ({ name, text }: Person): string => `${name.trim()}, by ${text.trim()}`;
