import { type Problem, problem } from "../diagnostic/index.ts";
import type { Word } from "../syntax/index.ts";
import type { Environment, ListShape } from "./environment.ts";
import { listReading, type Mention } from "./listMentions.ts";
import type { Reduction } from "./model.ts";
import { wordKey } from "./names.ts";
import { readField, spanOfWords } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import type { Range } from "./scaled.ts";

/** `at least 6 consecutive weeks of treatment within 6 months before request date` */
export function consecutive(mention: Mention, environment: Environment): readonly Reading[] {
  const { before, after, named, name } = mention;
  const at = before.findIndex((word) => wordKey(word.text) === "consecutive");
  const [first] = before;
  if (!first || wordKey(before.at(-1)?.text ?? "") !== "of") return [];
  const course = courseOf(named.list);
  const ofTime = at > 0 || /^(?:day|week|month|year)s?$/i.test(before.at(-2)?.text ?? "");
  if (!course) return !ofTime ? [] : [listReading(mention, "consecutive", nothing, [withoutTrials(mention)])];
  const length = [...before.slice(0, Math.max(at, 0)), ...before.slice(at + 1, -1)];
  const beginning = { named: course, nameSpan: spanOfWords(name), rest: [lasted(first), ...length, ...after] };
  return readField(beginning, environment).flatMap(({ operator, meaning, problems }) => {
    const run = runOf(course.key, meaning);
    const unsaid = at < 1 && problems.length === 0 ? [consecutiveUnsaid(length)] : problems;
    return run ? [listReading(mention, operator, run, unsaid)] : [];
  });
}

/** `at least 6 weeks of treatment` */
function consecutiveUnsaid(length: readonly Word[]): Problem {
  const unit = length.at(-1);
  const span = spanOfWords(length);
  const at = unit?.span.start ?? span.end;
  return problem("E0229", span, "It is not said whether this time has to be one stretch without a break.", {
    hint: "`at least 6 consecutive weeks of` asks for the longest stretch that the entries cover together. For one entry by itself ask `any ... where it lasted at least 6 weeks`.",
    fixes: [
      { title: "Add `consecutive`", safe: false, edits: [{ span: { start: at, end: at }, text: "consecutive " }] },
    ],
  });
}

/** A run is tested as the length of one trial is. */
const lasted = (at: Word): Word => ({ text: "lasted", span: at.span, quoted: false });

function runOf(
  course: string,
  meaning: Reading["meaning"],
): { readonly reduce: Reduction; readonly ranges: readonly Range[] } | null {
  if (meaning.kind === "lasted within")
    return {
      reduce: { kind: "longest run", course, count: meaning.count, within: meaning.window },
      ranges: meaning.ranges,
    };
  if (meaning.kind !== "in" || (meaning.part !== "duration in days" && meaning.part !== "duration in months"))
    return null;
  const count = meaning.part === "duration in days" ? "days" : "months";
  return { reduce: { kind: "longest run", course, count, within: null }, ranges: meaning.ranges };
}

/** The field that says when an entry began and ended. */
const courseOf = ({ fields }: ListShape): ListShape["fields"][number] | undefined =>
  fields.find(({ type }) => type.kind === "treatment trial");

const nothing: { readonly reduce: Reduction; readonly ranges: readonly Range[] } = {
  reduce: { kind: "longest run", course: "course", count: "days", within: null },
  ranges: [],
};

function withoutTrials({ named, name }: Mention): Problem {
  return problem("E0227", spanOfWords(name), `The entries of \`${named.list.name}\` do not say how long they lasted.`, {
    hint: "Consecutive time is counted over treatments: declare the list as `list of treatment trials, each with`.",
  });
}
