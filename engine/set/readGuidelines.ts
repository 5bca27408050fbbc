import { type Head, headOf, nameKey, type Neighbour, type Neighbours } from "../../dsl/index.ts";
import { readGuideline } from "./fileReading.ts";
import type { FileReading, GuidelineReading, SetFile } from "./guidelineSet.ts";

/** The guidelines of a set by path, each read after those that it rests on. */
export function readGuidelines(
  files: readonly SetFile[],
  previous: ReadonlyMap<string, FileReading>,
): ReadonlyMap<string, GuidelineReading> {
  const reader = new Reader(files.map((file) => headed(file, previous.get(file.path))));
  for (const { file } of reader.files) reader.read(file.path);
  return reader.readings;
}

interface Headed {
  readonly file: SetFile;
  readonly head: Head;
  readonly before: GuidelineReading | undefined;
}

function headed(file: SetFile, earlier: FileReading | undefined): Headed {
  const before = earlier?.kind === "guideline" ? earlier : undefined;
  const head = before?.text === file.text ? before.head : headOf({ name: file.path, text: file.text }, before?.head);
  return { file, head, before };
}

class Reader {
  readonly readings = new Map<string, GuidelineReading>();
  readonly files: readonly Headed[];
  readonly #byPath: ReadonlyMap<string, Headed>;
  readonly #byTitle: ReadonlyMap<string, readonly Headed[]>;

  constructor(files: readonly Headed[]) {
    this.files = files;
    this.#byPath = new Map(files.map((one) => [one.file.path, one]));
    this.#byTitle = new Map(
      [...Map.groupBy(files, ({ head }) => nameKey(head.title))].filter(([title]) => title !== ""),
    );
  }

  read(path: string): GuidelineReading | null {
    const known = this.readings.get(path);
    const own = this.#byPath.get(path);
    if (known || !own) return known ?? null;
    const neighbours = this.#neighbours(own);
    const { file, head, before } = own;
    const same = before?.text === file.text && sameNeighbours(before.analysis.neighbours, neighbours);
    const reading = same ? before : readGuideline(file, head, neighbours, before);
    this.readings.set(path, reading);
    return reading;
  }

  #neighbours(own: Headed): Neighbours {
    if (own.head.links.length === 0 && !mayLink.test(own.file.text)) return alone;
    const titles = this.files.flatMap(({ file, head }) => (file === own.file || head.title === "" ? [] : [head.title]));
    return { titles, linked: this.#linked(own).map((other) => this.#neighbour(other, own)) };
  }

  /** The other files of the titles that a guideline names, each once. */
  #linked({ file, head }: Headed): readonly Headed[] {
    const named = head.links.flatMap(({ title }) => this.#byTitle.get(nameKey(title)) ?? []);
    return [...new Set(named)].filter((other) => other.file !== file);
  }

  #neighbour(other: Headed, own: Headed): Neighbour {
    const { title, effective } = other.head;
    const circle = this.#way(other, own).map(({ head }) => head.title);
    const analysis = circle.length > 0 ? null : (this.read(other.file.path)?.analysis ?? null);
    return { file: other.file.path, title, effective, analysis, circle };
  }

  /** The shortest way by links from one guideline to another, both included; empty when there is none. */
  #way(from: Headed, to: Headed): readonly Headed[] {
    const cameFrom = new Map<Headed, Headed | null>([[from, null]]);
    for (const one of cameFrom.keys())
      for (const next of this.#linked(one)) {
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, one);
        if (next === to) return wayBack(to, cameFrom);
      }
    return [];
  }
}

/** A line that begins as a link does, maybe half typed: titles may be wanted for it. */
const mayLink = /^[ \t]+(?:use|changes)\b/m;

const alone: Neighbours = { titles: [], linked: [] };

function wayBack(last: Headed, cameFrom: ReadonlyMap<Headed, Headed | null>): readonly Headed[] {
  const way: Headed[] = [];
  for (let at: Headed | null = last; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}

/** What a file sees of the others: those it rests on as they were read, and the titles of the rest. */
function sameNeighbours(before: Neighbours, now: Neighbours): boolean {
  const sameLinked =
    before.linked.length === now.linked.length &&
    before.linked.every((one, index) => {
      const other = now.linked[index];
      return (
        other !== undefined &&
        one.file === other.file &&
        one.title === other.title &&
        one.analysis === other.analysis &&
        one.circle.join("\n") === other.circle.join("\n")
      );
    });
  return sameLinked && before.titles.join("\n") === now.titles.join("\n");
}
