import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { beginnings, type Environment } from "../environment.ts";
import type { Arithmetic, Calculation } from "../model.ts";
import { wordKey } from "../names.ts";
import { printRational } from "../rational.ts";
import type { Reading } from "../reading.ts";
import { type AmountOfChange, amountsOfChange, isWayless, percentDecimals, type Way, wayOf } from "./amountOfChange.ts";
import { calculationOf } from "./calculationOf.ts";
import { decimalsOf, unitOf } from "./comparison.ts";
import { changeBetween, measuredNamed, operandOf, sameSize, spanOfItems } from "./operand.ts";

type Fact = NonNullable<ReturnType<typeof measuredNamed>>;

/** `pain after treatment fell by at least 50 % of the earlier value from pain before treatment` */
export function changeReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  return beginnings(words, environment).flatMap(({ named, nameSpan, rest }) => {
    const way = wayOf(rest[0]) ?? (isWayless(rest[0]) ? "fell" : null);
    if (way === null || (named.kind !== "fact" && named.kind !== "calculated")) return [];
    return sinceIn(rest).flatMap(([between, earlier]) => {
      const before = measuredNamed(earlier, environment);
      if (!before) return [];
      const wayless = isWayless(rest[0]) ? [withoutWay(rest.slice(0, 1))] : [];
      return amountsOfChange(between, {
        unit: unitOf(named.type),
        decimals: Math.max(decimalsOf(named.type), decimalsOf(before.type)),
        name: named.name,
      }).map((amount): Reading => {
        const { calculation, problems } = changed(way, amount, before, named, spanOfItems(earlier));
        return {
          named,
          nameSpan,
          operator: amount.operator,
          meaning: { kind: "in", fact: calculation.key, part: "value", ranges: amount.ranges },
          problems: wayless.length > 0 ? wayless : [...amount.problems, ...problems],
          others: [{ key: before.key, kind: before.kind, span: spanOfItems(earlier) }],
          calculation,
        };
      });
    });
  });
}

/** What stands between the verb and `from` or `since`, and what stands after. */
export function sinceIn(words: readonly Word[]): readonly (readonly [readonly Word[], readonly Word[]])[] {
  return words.flatMap((word, at) =>
    at > 0 && at < words.length - 1 && (wordKey(word.text) === "from" || wordKey(word.text) === "since")
      ? [[words.slice(1, at), words.slice(at + 1)] as const]
      : [],
  );
}

export function withoutWay(verb: readonly Word[]): Problem {
  const span = spanOfItems(verb);
  const said = verb[0]?.text ?? "";
  return problem("E0243", span, `\`${said}\` does not say whether the number must go up or down.`, {
    hint: "A pain score improves when it falls, a walking distance when it rises.",
    fixes: ["fell", "rose"].map((word) => replace(`Write ${word}`, span, word)),
  });
}

interface Changed {
  readonly calculation: Calculation;
  readonly problems: readonly Problem[];
}

function changed(way: Way, { measure }: AmountOfChange, before: Fact, after: Fact, span: Span): Changed {
  const [from, to] = [operandOf(before, span), operandOf(after, span)];
  const told = [...from.problems, ...to.problems];
  const problems =
    told.length > 0 || sameSize(from.size, to.size) ? told : changeBetween("decrease", from, to, span).problems;
  const word = way === "fell" ? "decrease" : "increase";
  if (measure === "percent") {
    const amount = changeBetween(word, from, to, span).value;
    const value: Arithmetic = { kind: "in unit", amount, factor: "1/100" };
    const type = { kind: "calculated", unit: { word: "%", ucum: "%" }, decimals: percentDecimals } as const;
    return {
      calculation: calculationOf(`percent ${word} from ${before.name} to ${after.name}`, type, value),
      problems,
    };
  }
  const [left, right] = way === "fell" ? [from, to] : [to, from];
  const amount: Arithmetic = { kind: "minus", left: left.value, right: right.value };
  const value: Arithmetic = { kind: "in unit", amount, factor: printRational(to.size.measure.factor) };
  const decimals = Math.max(decimalsOf(before.type), decimalsOf(after.type));
  const type = { kind: "calculated", unit: unitOf(after.type), decimals } as const;
  return { calculation: calculationOf(`${word} from ${before.name} to ${after.name}`, type, value), problems };
}
