import type { Criterion, Item } from "../../syntax/index.ts";
import { flowing, quantifierText } from "./wording.ts";

/** A criterion with connectives and brackets only; `null` where a bullet has a label or lines of its own. */
export function inOneLine(criterion: Criterion, text: string): string | null {
  return losesNothing(criterion) ? written(criterion, text) : null;
}

function losesNothing(criterion: Criterion): boolean {
  switch (criterion.kind) {
    case "phrase":
      return true;
    case "selection":
      return losesNothing(criterion.where);
    case "not":
      return losesNothing(criterion.operand);
    case "brackets":
      return losesNothing(criterion.inner);
    case "group":
      return criterion.items.every((item) => isBare(item) && losesNothing(item.criterion));
    case "and":
    case "or":
      return criterion.operands.every(losesNothing);
    case "faulty":
      return false;
  }
}

const isBare = ({ label, body }: Item): boolean => !/[\da-z]/i.test(label.replace(/^o$/, "")) && body.length === 0;

function written(criterion: Criterion, text: string): string {
  switch (criterion.kind) {
    case "phrase":
    case "faulty":
      return flowing(criterion.span, text);
    case "selection":
      return `${flowing(criterion.run.span, text)} where ${written(criterion.where, text)}`;
    case "not":
      return `NOT ${operand(criterion.operand, text)}`;
    case "brackets":
      return bracketed(written(criterion.inner, text));
    case "and":
      return joined("AND", criterion.operands, text);
    case "or":
      return joined("OR", criterion.operands, text);
    case "group":
      return group(criterion, text);
  }
}

function group(criterion: Criterion & { kind: "group" }, text: string): string {
  const criteria = criterion.items.map((item) => item.criterion);
  switch (criterion.quantifier.kind) {
    case "any":
      return joined("OR", criteria, text);
    case "all":
      return joined("AND", criteria, text);
    case "none":
      return `NOT ${criteria.length === 1 ? operand(criteria[0], text) : bracketed(joined("OR", criteria, text))}`;
    case "at least":
    case "exactly":
      return `${quantifierText(criterion, text)} ${bracketed(criteria.map((each) => written(each, text)).join("; "))}`;
  }
}

function joined(connective: "AND" | "OR", criteria: readonly Criterion[], text: string): string {
  const [only, other] = criteria;
  if (only && !other) return written(only, text);
  return criteria.map((each) => operand(each, text)).join(` ${connective} `);
}

/** In brackets where a neighbouring connective could be taken for its own. */
function operand(criterion: Criterion | undefined, text: string): string {
  if (criterion === undefined) return "";
  const line = written(criterion, text);
  return standsAlone(criterion) ? line : bracketed(line);
}

function standsAlone(criterion: Criterion): boolean {
  switch (criterion.kind) {
    case "phrase":
    case "brackets":
    case "faulty":
      return true;
    case "group":
      return (
        criterion.quantifier.kind === "at least" ||
        criterion.quantifier.kind === "exactly" ||
        (criterion.quantifier.kind !== "none" &&
          criterion.items.length === 1 &&
          criterion.items.every((item) => standsAlone(item.criterion)))
      );
    case "selection":
    case "not":
    case "and":
    case "or":
      return false;
  }
}

const bracketed = (line: string): string => `(${line})`;
