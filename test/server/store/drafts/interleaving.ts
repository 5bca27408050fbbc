import assert from "node:assert/strict";
import * as fc from "fast-check";
import { createSet, history, readDraftFile, readRevision, saveFile } from "../../../../server/store/drafts/index.ts";
import type { Database } from "../../../../server/store/index.ts";

/** Who does what comes next; `both` at the same time. */
const turns = fc.array(fc.constantFrom("ann", "bob", "both" as const), { minLength: 6, maxLength: 14 });

/** Two authors who look, type and save in every order there is. */
export const interleaving = fc.record({ turns, annBelow: fc.boolean(), bobBelow: fc.boolean() });
type Interleaving = typeof interleaving extends fc.Arbitrary<infer T> ? T : never;

const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: one\ntitle: One document\n" };
const path = "one.guideline";
const beginning = "# the beginning\n";

interface Version {
  readonly text: string;
  readonly etag: string;
}

/** Somebody at a screen: what they look at, and their line while it is typed and not yet saved. */
class Author {
  readonly #database: Database;
  readonly #set: string;
  readonly #below: boolean;
  readonly name: string;
  readonly saved: string[] = [];
  conflicts = 0;
  #base: Version | null = null;
  #line: string | null = null;

  constructor(database: Database, set: string, name: string, below: boolean) {
    this.#database = database;
    this.#set = set;
    this.name = name;
    this.#below = below;
  }

  /** Looks at the document, or types a line, or saves what is typed. */
  async step(): Promise<void> {
    if (this.#base === null) this.#base = await this.#look();
    else if (this.#line === null) this.#line = `${this.name} ${this.saved.length}\n`;
    else await this.#save(this.#base, this.#line);
  }

  /** Saves until it is taken. */
  async finish(): Promise<void> {
    while (this.#line !== null) await this.step();
  }

  async #look(): Promise<Version> {
    const file = await readDraftFile(this.#database, this.#set, path);
    assert(file.ok);
    return file.value;
  }

  async #save(base: Version, line: string): Promise<void> {
    const text = this.#below ? base.text + line : line + base.text;
    const by = { actor: this.name, at: new Date("2026-01-31T12:00:00Z") };
    const over = { kind: "matches", etags: [base.etag] } as const;
    const answer = await saveFile(this.#database, by, this.#set, { path, text }, over);
    if (answer.ok) {
      this.saved.push(line);
      this.#base = { text, etag: answer.value.etag };
      this.#line = null;
      return;
    }
    // Refused only when somebody else saved, and both texts are there: theirs is in the answer, mine is still typed.
    assert(answer.refusal.kind === "stale" && answer.refusal.current !== null);
    assert.notEqual(answer.refusal.current.text, base.text);
    assert(!answer.refusal.current.text.includes(line));
    this.conflicts += 1;
    this.#base = answer.refusal.current;
  }
}

/** How many saves were refused with both texts. Throws when an update was lost. */
export async function checkInterleaving(database: Database, set: string, given: Interleaving): Promise<number> {
  const made = await createSet(database, { actor: "ann", at: new Date() }, set, [manifest, { path, text: beginning }]);
  assert(made.ok);
  const ann = new Author(database, set, "ann", given.annBelow);
  const bob = new Author(database, set, "bob", given.bobBelow);
  for (const turn of given.turns) {
    const acting = [ann, bob].filter(({ name }) => turn === "both" || turn === name);
    await Promise.all(acting.map((author) => author.step()));
  }
  await Promise.all([ann.finish(), bob.finish()]);
  await checkHistory(database, set, [ann, bob]);
  return ann.conflicts + bob.conflicts;
}

/** Each revision adds exactly one line to the one before, and every line that was taken is one of them. */
async function checkHistory(database: Database, set: string, authors: readonly Author[]): Promise<void> {
  const page = await history(database, set, { path, limit: 100 });
  assert(page.ok);
  let before = "";
  const added: string[] = [];
  for (const { revision, actor } of page.value.revisions.toReversed()) {
    const found = await readRevision(database, set, revision);
    assert(found.ok && found.value.text !== null);
    const lines = linesOf(found.value.text).filter((line) => !linesOf(before).includes(line));
    assert.equal(lines.length, 1);
    assert.equal(linesOf(found.value.text).length, linesOf(before).length + 1);
    assert(lines[0] === beginning || lines[0]?.startsWith(actor));
    added.push(...lines);
    before = found.value.text;
  }
  assert.deepEqual(added.toSorted(), [beginning, ...authors.flatMap(({ saved }) => saved)].toSorted());
  for (const { name, saved } of authors)
    assert.deepEqual(
      added.filter((line) => line.startsWith(name)),
      saved,
    );
}

const linesOf = (text: string): readonly string[] => text.match(/.*\n/g) ?? [];
