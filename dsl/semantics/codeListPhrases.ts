import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { aCodeOf } from "./codes/index.ts";
import type { Beginning, CodeListName, Environment } from "./environment.ts";
import { nameKey, splitAtCommas, wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import type { Reading, Use } from "./reading.ts";
import { allBut, anythingElse, type Range } from "./scaled.ts";
import { closest } from "./suggest.ts";
import type { CodeSystem } from "./types.ts";

/** How a code is held against named lists of codes. */
export const codeListTests = [
  { id: "is in", pattern: "is in {list}", help: "one of the codes of a list declared with `codes`" },
  { id: "is not in", pattern: "is not in {list}", help: "none of the codes of a list declared with `codes`" },
] as const;

/** `diagnosis is in lumbar radiculopathy`, `diagnosis is not in cancer, infection` */
export function codeListReadings(beginning: Beginning, { codeLists }: Environment): readonly Reading[] {
  const { named, nameSpan, rest } = beginning;
  if (named.kind !== "fact" || named.type.kind !== "code") return [];
  const { system } = named.type;
  const { orNone } = named.fact;
  return codeListTests.flatMap(({ id, pattern }) =>
    match(pattern, rest).map((captures): Reading => {
      const lists = captures.flatMap(splitAtCommas).map((words) => readList(words, system, codeLists));
      const ranges = lists.flatMap((list) => list.ranges);
      const held = id === "is in" ? ranges : anythingElse(allBut(ranges), orNone);
      return {
        named,
        nameSpan,
        operator: id,
        meaning: { kind: "in", fact: named.key, part: "value", ranges: held },
        others: lists.flatMap(({ use }) => use ?? []),
        problems: lists.flatMap(({ wrong }) => wrong ?? []),
      };
    }),
  );
}

interface ReadList {
  readonly ranges: readonly Range[];
  readonly use: Use | null;
  readonly wrong: Problem | null;
}

function readList(words: readonly Word[], system: CodeSystem, known: Environment["codeLists"]): ReadList {
  const span = { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 };
  const name = wordsText(words);
  const list = known.get(nameKey(name));
  if (!list) return { ranges: [], use: null, wrong: unknownList(name, span, known) };
  const ranges = list.codes.filter((codes) => codes.system === system).map(({ low, high }) => ({ low, high }));
  const use: Use = { key: list.key, kind: "code list", span };
  return {
    ranges,
    use,
    wrong: ranges.length === 0 && list.codes.length > 0 ? ofOtherSystems(list, system, span) : null,
  };
}

function unknownList(name: string, span: Span, known: Environment["codeLists"]): Problem {
  const near = closest(
    name,
    [...known.values()].map((list) => list.name),
  );
  return problem("E0332", span, `No list of codes is called \`${name}\`.`, {
    hint:
      near === null
        ? `Declare it at the margin: \`codes ${name}: ICD-10-CM M54.16, M51.1*\`.`
        : `Did you mean \`${near}\`?`,
    fixes: near === null ? [] : [replace(`Write ${near}`, span, near)],
  });
}

function ofOtherSystems({ name, codes }: CodeListName, system: CodeSystem, span: Span): Problem {
  const systems = [...new Set(codes.map((each) => each.system))].join(" and ");
  return problem("E0331", span, `\`${name}\` holds no code of ${system}, so no case could ever be in it.`, {
    hint: `The fact takes ${aCodeOf(system)}, and the list holds codes of ${systems}. Add its codes of ${system}, or name another list.`,
  });
}
