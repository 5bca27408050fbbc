import type { BenchAnswer } from "./implementation.ts";
import type { BenchCase } from "./facts.ts";
import type { BenchRule, BenchTest } from "./rules.ts";

export type RuleByHand = (values: BenchCase) => BenchAnswer;

/** The code of `rulesByHand`, compiled once. Everything in it comes from our own rules. */
export function compiledByHand(rules: readonly BenchRule[]): readonly RuleByHand[] {
  // oxlint-disable-next-line typescript/no-implied-eval -- the code that a programmer would have in a file
  const module = new Function(rulesByHand(rules));
  return module() as readonly RuleByHand[]; // the text ends with a list of such functions
}

/**
 * Kleene's tables as a good engineer writes them out for just these rules: a function a rule, facts as fields of an object
 * (`undefined` is not documented), every group left as soon as its answer is certain.
 */
export function rulesByHand(rules: readonly BenchRule[]): string {
  const functions = rules.map((rule, number) => {
    const { code, answer } = new Writer().written(rule);
    return `function rule_${number}(c) {\n${indented(code)}  return ${answer};\n}`;
  });
  return `"use strict";\n${functions.join("\n")}\nreturn [${rules.map((_, number) => `rule_${number}`).join(", ")}];`;
}

/** Statements that leave an answer in a variable. */
interface Written {
  readonly code: string;
  readonly answer: string;
}

class Writer {
  #groups = 0;

  written(rule: BenchRule): Written {
    const group = this.#groups++;
    const answer = `answer_${group}`;
    switch (rule.kind) {
      case "test":
        return {
          code: `const ${answer} = ${isOpen(rule)} ? null : ${holds(rule)};\n`,
          answer,
        };
      case "not": {
        const { code, answer: denied } = this.written(rule.operand);
        return { code: `${code}const ${answer} = ${denied} === null ? null : !${denied};\n`, answer };
      }
      case "at least":
        return { code: this.#counted(rule.operands, group, rule.count), answer };
      case "all":
      case "any":
        return { code: this.#decided(rule.operands, group, rule.kind === "any"), answer };
    }
  }

  /** `deciding`: the answer of an operand that settles the group. */
  #decided(operands: readonly BenchRule[], group: number, deciding: boolean): string {
    const settled = `{ answer_${group} = ${deciding}; break group_${group}; }`;
    const steps = operands.map((operand) => {
      if (operand.kind === "test") {
        const settles = deciding ? holds(operand) : `!(${holds(operand)})`;
        return `if (${isOpen(operand)}) answer_${group} = null;\nelse if (${settles}) ${settled}\n`;
      }
      const { code, answer } = this.written(operand);
      return `${code}if (${answer} === ${deciding}) ${settled}\nif (${answer} === null) answer_${group} = null;\n`;
    });
    return `let answer_${group} = ${!deciding};\ngroup_${group}: {\n${indented(steps.join(""))}}\n`;
  }

  #counted(operands: readonly BenchRule[], group: number, count: number): string {
    const steps = operands.map((operand) => {
      if (operand.kind === "test")
        return `if (${isOpen(operand)}) open_${group}++;\nelse if (${holds(operand)}) met_${group}++;\n`;
      const { code, answer } = this.written(operand);
      return `${code}if (${answer} === null) open_${group}++;\nelse if (${answer}) met_${group}++;\n`;
    });
    const [met, most] = [`met_${group}`, `met_${group} + open_${group}`];
    const answer = `${met} >= ${count} ? true : ${most} < ${count} ? false : null`;
    return `let ${met} = 0, open_${group} = 0;\n${steps.join("")}const answer_${group} = ${answer};\n`;
  }
}

const isOpen = ({ fact }: BenchTest) => `c.${fact} === undefined`;

function holds({ fact, asks, values }: BenchTest): string {
  switch (asks) {
    case "is one of":
      return values.map((value) => `c.${fact} === ${value}`).join(" || ");
    case "at least":
      return `c.${fact} >= ${values[0]}`;
    case "at most":
      return `c.${fact} <= ${values[0]}`;
  }
}

const indented = (code: string) => code.replace(/^(?=.)/gm, "  ");
