import { type GuidelineProgram, rankedRows, type TableProgram } from "../ir/index.ts";
import { DiagramBuilder } from "./build.ts";
import { variablesOf } from "./cells.ts";
import { nodesBelow, type OpenDiagram, openDiagram } from "./openDiagram.ts";
import { everyFormula, readingOrder } from "./order.ts";
import { DiagramStore, FALSE, type NodeId, TOO_LARGE, TRUE } from "./store.ts";
import { IMPOSSIBLE, terminalCount } from "./terminals.ts";

/** What a score, table or schedule comes to, as a diagram whose terminals are its values. */
export interface TableDiagram {
  readonly diagram: OpenDiagram;
  /** By terminal, from `terminalCount` on; `null` is no value. */
  readonly values: readonly (number | null)[];
}

/** A thirty-row score of different points has some 5,000. */
const mostNodes = 100_000;

/** More different sums than this are not told one by one. */
const mostValues = 2_000;

/** `null` when it has too many values or is too large. */
export function tableDiagram(program: GuidelineProgram, table: TableProgram): TableDiagram | null {
  const values = valuesOf(table);
  if (values === null) return null;
  const roots = [...table.rows.map(({ formula }) => formula), ...program.assumptions];
  const variables = variablesOf(readingOrder(program, roots), everyFormula(program, roots));
  const store = new DiagramStore(variables.length, terminalCount + values.length, mostNodes);
  const builder = new DiagramBuilder(program, store, variables);
  const terminals = new Map(values.map((value, index) => [value, terminalCount + index]));
  const drawn = new TableDrawing(store, builder, table, (value) => terminals.get(value) ?? TOO_LARGE).root();
  const assumed = builder.all(program.assumptions.map((each) => builder.node(each)));
  const root = store.choose(assumed, drawn, IMPOSSIBLE);
  return root === TOO_LARGE ? null : { diagram: { store, root, variables }, values };
}

/** The values that some completion of the case gives, ascending, no value last. */
export function valuesReached(
  { diagram, values }: TableDiagram,
  known: Parameters<typeof openDiagram>[1],
): readonly (number | null)[] {
  const open = openDiagram(diagram, known);
  if (open === null) return [];
  return nodesBelow(open.store, open.root)
    .filter((node) => open.store.isTerminal(node) && node >= terminalCount)
    .toSorted((a, b) => a - b)
    .map((terminal) => values[terminal - terminalCount] ?? null);
}

/** Every value there may be, ascending, no value last. */
function valuesOf({ table, rows }: TableProgram): readonly (number | null)[] | null {
  if (table.policy === "points added up") return sumsOf(rows.map(({ value }) => value));
  const stated = [...rows.map(({ value }) => value), ...(table.otherwise === null ? [] : [table.otherwise])];
  return [...[...new Set(stated)].toSorted((a, b) => a - b), null];
}

function sumsOf(points: readonly number[]): readonly number[] | null {
  let sums = new Set([0]);
  for (const point of points) {
    sums = new Set([...sums, ...[...sums].map((sum) => sum + point)]);
    if (sums.size > mostValues) return null;
  }
  return [...sums].toSorted((a, b) => a - b);
}

class TableDrawing {
  readonly #store: DiagramStore;
  readonly #builder: DiagramBuilder;
  readonly #table: TableProgram;
  readonly #terminal: (value: number | null) => NodeId;

  constructor(
    store: DiagramStore,
    builder: DiagramBuilder,
    table: TableProgram,
    terminal: (value: number | null) => NodeId,
  ) {
    this.#store = store;
    this.#builder = builder;
    this.#table = table;
    this.#terminal = terminal;
  }

  root(): NodeId {
    const { table } = this.#table;
    if (table.policy === "points added up") return this.#sum();
    return table.policy === "only one applies" ? this.#onlyOne() : this.#first();
  }

  #sum(): NodeId {
    const known = new Map<string, NodeId>();
    const from = (row: number, sum: number): NodeId => {
      const item = this.#table.rows[row];
      if (item === undefined) return this.#terminal(sum);
      const key = `${row} ${sum}`;
      const made =
        known.get(key) ??
        this.#store.choose(this.#builder.node(item.formula), from(row + 1, sum + item.value), from(row + 1, sum));
      known.set(key, made);
      return made;
    };
    return from(0, 0);
  }

  #first(): NodeId {
    const { table } = this.#table;
    return rankedRows(this.#table).reduceRight(
      (rest, { value, formula }) => this.#store.choose(this.#builder.node(formula), this.#terminal(value), rest),
      this.#terminal(table.otherwise),
    );
  }

  /** From the last row to the first: what there is when one row applied before, and when none did. */
  #onlyOne(): NodeId {
    const { table, rows } = this.#table;
    const nodes = rows.map(({ formula }) => this.#builder.node(formula));
    const others = (at: number): NodeId =>
      nodes
        .filter((_, index) => index !== at)
        .reduceRight<NodeId>((rest, node) => this.#store.choose(node, FALSE, rest), TRUE);
    const none = this.#terminal(null);
    return rows.reduceRight((rest, { value }, at) => {
      const alone = this.#store.choose(others(at), this.#terminal(value), none);
      return this.#store.choose(nodes[at] ?? FALSE, alone, rest);
    }, this.#terminal(table.otherwise));
  }
}
