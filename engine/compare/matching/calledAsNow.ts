import type { Guideline } from "../../../dsl/index.ts";

/** Keys of facts and lists before, to what they are called now. */
export type Renames = ReadonlyMap<string, Named>;

export interface Named {
  readonly key: string;
  readonly name: string;
}

/**
 * A guideline with some facts and lists called otherwise, wherever it names them. The author's words are left as they are: they
 * are no part of what it means.
 */
export function calledAsNow(guideline: Guideline, renames: Renames): Guideline {
  if (renames.size === 0) return guideline;
  const declared = [...guideline.facts, ...guideline.lists];
  const texts = new Map<string, string>();
  for (const { key, name } of declared) {
    const now = renames.get(key);
    if (now === undefined) continue;
    texts.set(key, now.key);
    texts.set(name, now.name);
  }
  return new Renaming(texts).of(guideline);
}

/** What an author says in words of his own, and what a value is called. */
const passedOver: ReadonlySet<string> = new Set([
  "text",
  "wording",
  "citation",
  "notes",
  "because",
  "options",
  "grades",
]);

class Renaming {
  readonly #texts: ReadonlyMap<string, string>;
  /** What several places share is shared afterwards too. */
  readonly #made = new Map<object, unknown>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  of<Value>(value: Value): Value {
    return this.#renamed(value) as Value; // texts become texts, and everything else keeps its parts
  }

  #renamed(value: unknown): unknown {
    if (typeof value === "string") return this.#texts.get(value) ?? value;
    if (typeof value !== "object" || value === null) return value;
    const known = this.#made.get(value);
    if (known !== undefined) return known;
    const made = Array.isArray(value) ? value.map((each) => this.#renamed(each)) : this.#parts(value);
    this.#made.set(value, made);
    return made;
  }

  #parts(value: object): object {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, passedOver.has(name) ? part : this.#renamed(part)]),
    );
  }
}
