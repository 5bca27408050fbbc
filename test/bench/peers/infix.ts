import { askedBy, type Sure } from "./sure.ts";

/** How an expression language spells what the rules need. */
export interface Spelling {
  readonly and: string;
  readonly or: string;
  readonly field: (fact: string) => string;
  /** That the fact is documented. */
  readonly isDocumented: (fact: string) => string;
  /** Whether that is to be asked always: even equality with what is not there is an error. */
  readonly always?: boolean;
  readonly number: (value: number) => string;
  /** 1 where a condition holds, otherwise 0. */
  readonly counted: (condition: string) => string;
}

export const plainNumber = (value: number): string => `${value}`;

export function infix(sure: Sure, spelling: Spelling): string {
  const { and, or, field, isDocumented, always, number, counted } = spelling;
  const joined = (operands: readonly Sure[], by: string) =>
    operands.map((operand) => `(${infix(operand, spelling)})`).join(` ${by} `);
  switch (sure.kind) {
    case "test": {
      const { documented, joined: by, comparisons } = askedBy(sure);
      const compared = comparisons
        .map(({ operator, value }) => `${field(sure.fact)} ${operator} ${number(value)}`)
        .join(` ${by === "any" ? or : and} `);
      return documented || always ? `${isDocumented(sure.fact)} ${and} (${compared})` : compared;
    }
    case "all":
      return joined(sure.operands, and);
    case "any":
      return joined(sure.operands, or);
    case "at least":
      return `${sure.operands.map((operand) => counted(infix(operand, spelling))).join(" + ")} >= ${number(sure.count)}`;
  }
}
