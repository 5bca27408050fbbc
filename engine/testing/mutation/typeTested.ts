import { caseDates, type FactType, type Guideline, HIGHEST, LOWEST, type Reduction } from "../../../dsl/index.ts";

/** The type of a fact that a test names: a field inside `where`, else a fact or a calculated number. */
export function typeOf(guideline: Guideline, fact: string, list: string | null): FactType | null {
  const calculated = guideline.calculations.filter((each) => each.list === list);
  const declared = list === null ? [...guideline.facts, ...caseDates] : fieldsOf(guideline, list);
  return [...declared, ...calculated].find(({ key }) => key === fact)?.type ?? null;
}

export function fieldsOf({ lists }: Guideline, list: string): Guideline["lists"][number]["fields"] {
  return lists.find(({ key }) => key === list)?.fields ?? [];
}

/** How far apart the values are that a test compares with: a threshold moves by `step`, and is taken in or left out by `edge`. */
export interface Steps {
  readonly step: number;
  readonly edge: number;
  /** The values at which no threshold stands: there is none beyond. */
  readonly least: number;
  readonly most: number;
}

const whole: Steps = { step: 1, edge: 1, least: LOWEST, most: HIGHEST };

/** Calculated numbers and calendar months are held in half steps: what lies between two is a value of its own. */
const halves: Steps = { ...whole, step: 2 };

/** `null`: values without an order. */
export function stepsOfType(type: FactType | null): Steps | null {
  switch (type?.kind) {
    case "number":
    case "whole number":
    case "date":
    case "age":
      return whole;
    case "scale":
      return { ...whole, least: 0, most: type.grades.length - 1 };
    case "calculated":
      return halves;
    default:
      return null;
  }
}

export function stepsOfReduction(guideline: Guideline, list: string, reduce: Reduction): Steps | null {
  switch (reduce.kind) {
    case "field":
      return reduce.part === "value" ? stepsOfType(typeOf(guideline, reduce.field, list)) : stepsOfPart(reduce.part);
    case "change":
      return halves;
    case "since latest":
      return reduce.count === "days" ? whole : halves;
    default:
      return whole;
  }
}

export const stepsOfPart = (part: string): Steps | null => (part === "response" ? null : whole);
