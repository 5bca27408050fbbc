import type { Word } from "../../syntax/index.ts";
import type { Environment, Named } from "../environment.ts";
import { dateField } from "../listMentions.ts";
import { nameKey, wordKey, wordsText } from "../names.ts";
import type { Reading } from "../reading.ts";
import { amountsOfChange, isWayless, wayOf } from "./amountOfChange.ts";
import { sinceIn, withoutWay } from "./change.ts";
import { decimalsOf, unitOf } from "./comparison.ts";
import { spanOfItems } from "./operand.ts";
import { sizeOf } from "./size.ts";

type ListName = Named & { readonly kind: "list" | "subset" };

/** `pain score of the latest visit fell by at least 30 % of the earlier value from the earliest visit` */
export function listChangeReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  if (!environment.hasLists) return [];
  return words.flatMap((verb, at) => {
    const way = wayOf(verb) ?? (isWayless(verb) ? "fell" : null);
    const later = way === null ? null : latestOf(words.slice(0, at), environment);
    if (way === null || !later) return [];
    const { named, nameSpan, field, date } = later;
    return sinceIn(words.slice(at)).flatMap(([between, earlier]) => {
      const since = sinceOf(earlier, named);
      if (!since) return [];
      const changing = { unit: unitOf(field.type), decimals: decimalsOf(field.type), name: field.name };
      return amountsOfChange(between, changing).map(
        ({ operator, measure, ranges, problems }): Reading => ({
          named,
          nameSpan,
          operator,
          meaning: {
            kind: "list test",
            list: named.list.key,
            subset: named.kind === "subset" ? named.key : null,
            every: false,
            when: null,
            reduce: { kind: "change", date, field: field.key, since, way, measure },
            ranges,
          },
          problems: isWayless(verb) ? [withoutWay([verb])] : problems,
        }),
      );
    });
  });
}

/** `pain score of the latest visit` */
function latestOf(words: readonly Word[], { names }: Environment) {
  const candidates = words.flatMap((word, at) => {
    if (at < 2 || wordKey(word.text) !== "latest") return [];
    const named = names.get(nameKey(wordsText(words.slice(at + 1))));
    if (named?.kind !== "list" && named?.kind !== "subset") return [];
    const of = wordKey(words[at - 1]?.text ?? "") === "the" ? at - 2 : at - 1;
    const key = wordKey(words[of]?.text ?? "") === "of" ? nameKey(wordsText(words.slice(0, of))) : "";
    const field = named.list.fields.find((each) => each.key === key);
    const date = dateField(named.list);
    if (!field || !date || !sizeOf(field.type)) return [];
    return [{ named, nameSpan: spanOfItems(words.slice(at + 1)), field, date }];
  });
  return candidates[0] ?? null;
}

/** `the earliest visit`, `the previous one`, of the same list. */
function sinceOf(words: readonly Word[], { key }: ListName): "earliest" | "previous" | null {
  const [first, ...rest] = wordKey(words[0]?.text ?? "") === "the" ? words.slice(1) : words;
  const which = wordKey(first?.text ?? "");
  const named = nameKey(wordsText(rest));
  if (named !== key && named !== "one") return null;
  return which === "earliest" || which === "previous" ? which : null;
}
