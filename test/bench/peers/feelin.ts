import { evaluate } from "feelin";
import type { BenchRule, BenchTest, Implementation } from "../rules/index.ts";
import { withNulls } from "./twice.ts";

/** FEEL has a third answer, null. The package has no way to keep what it parsed: every evaluation reads its text again. */
export function feelin(rules: readonly BenchRule[]): Implementation {
  const expressions = rules.map(feel);
  return {
    answerAll(values) {
      const context = withNulls(values);
      return expressions.map((expression) => evaluate(expression, context).value);
    },
    read: (answer) => (typeof answer === "boolean" ? answer : null),
  };
}

function feel(rule: BenchRule): string {
  switch (rule.kind) {
    case "test":
      return `(if ${rule.fact} = null then null else ${compared(rule)})`;
    case "not":
      return `not(${feel(rule.operand)})`;
    case "all":
      return `(${rule.operands.map(feel).join(" and ")})`;
    case "any":
      return `(${rule.operands.map(feel).join(" or ")})`;
    case "at least": {
      const answers = rule.operands.map(feel);
      const count = (wanted: boolean) => answers.map((each) => `(if ${each} = ${wanted} then 1 else 0)`).join(" + ");
      const met = `${count(true)} >= ${rule.count}`;
      const notMet = `${count(false)} > ${rule.operands.length - rule.count}`;
      return `(if ${met} then true else if ${notMet} then false else null)`;
    }
  }
}

function compared({ fact, asks, values }: BenchTest): string {
  switch (asks) {
    case "is one of":
      return values.map((value) => `${fact} = ${value}`).join(" or ");
    case "at least":
      return `${fact} >= ${values[0]}`;
    case "at most":
      return `${fact} <= ${values[0]}`;
  }
}
