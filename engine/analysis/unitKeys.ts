import type { Span } from "../../dsl/index.ts";
import { definitionOf, type Formula, operandsOf } from "../ir/index.ts";
import { quantitiesOf } from "../logic/index.ts";
import type { Parts } from "./parts.ts";

/** Numbers for texts, the same from one analysis to the next. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }
}

/**
 * What the answers about a part of a guideline rest on, as a text: as long as it stays the same, so do they, but that they may
 * stand elsewhere. Places are counted from `base`.
 */
export class UnitKeys {
  readonly #parts: Parts;
  readonly #numbering: Numbering;
  readonly #definitions = new Map<string, number>();
  readonly #quantities = new Map<string, number>();
  readonly #common: number;

  constructor(parts: Parts, numbering: Numbering) {
    this.#parts = parts;
    this.#numbering = numbering;
    const { guideline, program, acceptances } = parts;
    const accepted = guideline.acceptances.map(({ problem, because }, at) => {
      const where = acceptances[at];
      return [problem, because, where ? this.#written(where, null) : null];
    });
    const assumed = program.assumptions.map((each) => this.#written(each, null));
    const services = guideline.services.map(({ key }) => key);
    this.#common = numbering.of(JSON.stringify([guideline.effective, services, accepted, assumed]));
  }

  of(kind: string, name: string, formulas: readonly Formula[], base: number): string {
    return `${kind} ${this.#common} ${name}\n${formulas.map((each) => this.#written(each, base)).join("\n")}`;
  }

  /** `base` of `null`: wherever it stands. */
  #written(formula: Formula, base: number | null): string {
    const { kind, text, clause = "", table = "" } = formula;
    const own = `${kind}${kind === "constant" ? "" : place(formula.span, base)}${clause}/${table}/${this.#content(formula)}`;
    const inside = operandsOf(formula).map((each) => this.#written(each, base));
    return `${own}${base === null ? "" : text}(${inside.join(",")})`;
  }

  #content(formula: Formula): string {
    switch (formula.kind) {
      case "test":
        return `${this.#quantity(formula.quantity)} ${JSON.stringify(formula.values)}`;
      case "criterion":
        return `${this.#definition(formula.definition)}`;
      case "count":
        return `${formula.atLeast} ${formula.atMost}`;
      case "weighted":
        return JSON.stringify([formula.points, formula.values]);
      case "constant":
        return String(formula.value);
      default:
        return "";
    }
  }

  #definition(key: string): number {
    const known =
      this.#definitions.get(key) ??
      this.#numbering.of(`${key}\n${this.#written(definitionOf(this.#parts.program, key), null)}`);
    this.#definitions.set(key, known);
    return known;
  }

  /** With all that a case may say of the fact. */
  #quantity(id: string): number {
    const known = this.#quantities.get(id) ?? this.#numbering.of(JSON.stringify([id, this.#declared(id)]));
    this.#quantities.set(id, known);
    return known;
  }

  #declared(id: string): unknown {
    const { guideline, program } = this.#parts;
    const quantity = quantitiesOf(program).get(id);
    const fact = guideline.facts.find(({ key }) => key === quantity?.fact);
    const reduction = program.reductions.find((each) => each.fact.key === quantity?.fact);
    const list = reduction?.list.fields.map(({ key, type, orNone, needs }) => [key, type, orNone, needs]);
    return [
      quantity?.domain,
      fact?.name,
      fact?.type,
      fact?.orNone,
      fact?.needs,
      fact?.askedFor,
      reduction?.list.key,
      list,
    ];
  }
}

const place = ({ start, end, file }: Span, base: number | null): string =>
  base === null ? "" : `@${start - base}-${end - base}${file ?? ""}`;
