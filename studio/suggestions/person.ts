/** Who answers, and the text or page the answers rest on. */
export interface Person {
  readonly name: string;
  readonly text: string;
}

const key = "precept-answering";

/** As given the last time; a browser without storage asks again. */
export function rememberedPerson(): Person {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const word = (name: string) => (isRecord(kept) && typeof kept[name] === "string" ? kept[name] : "");
    return { name: word("name"), text: word("text") };
  } catch {
    return { name: "", text: "" };
  }
}

const isRecord = (kept: unknown): kept is Readonly<Record<string, unknown>> =>
  typeof kept === "object" && kept !== null;

export function rememberPerson(person: Person): void {
  try {
    localStorage.setItem(key, JSON.stringify(person));
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
