import type { RuleByHand } from "./byHand.ts";
import type { BenchRule, BenchTest } from "./rules.ts";

/** Kleene's tables as closures over the case, made once from the rule; every group is left as soon as its answer is certain. */
export function closureByHand(rule: BenchRule): RuleByHand {
  switch (rule.kind) {
    case "test":
      return test(rule);
    case "not":
      return not(closureByHand(rule.operand));
    case "at least":
      return atLeast(rule.count, rule.operands.map(closureByHand));
    case "all":
      return decided(rule.operands.map(closureByHand), false);
    case "any":
      return decided(rule.operands.map(closureByHand), true);
  }
}

function test({ fact, asks, values }: BenchTest): RuleByHand {
  const [first, other = first] = values;
  const asked = (holds: (value: number) => boolean): RuleByHand => {
    return (values) => {
      const value = values[fact];
      return value === undefined ? null : holds(value);
    };
  };
  switch (asks) {
    case "is one of":
      return asked((value) => value === first || value === other);
    case "at least":
      return asked((value) => value >= first);
    case "at most":
      return asked((value) => value <= first);
  }
}

function not(operand: RuleByHand): RuleByHand {
  return (values) => {
    const answer = operand(values);
    return answer === null ? null : !answer;
  };
}

function decided(operands: readonly RuleByHand[], deciding: boolean): RuleByHand {
  return (values) => {
    let all: boolean | null = !deciding;
    for (const operand of operands) {
      const answer = operand(values);
      if (answer === deciding) return deciding;
      if (answer === null) all = null;
    }
    return all;
  };
}

function atLeast(count: number, operands: readonly RuleByHand[]): RuleByHand {
  return (values) => {
    let met = 0;
    let open = 0;
    for (const operand of operands) {
      const answer = operand(values);
      if (answer === null) open += 1;
      else if (answer) met += 1;
    }
    if (met >= count) return true;
    return met + open < count ? false : null;
  };
}
