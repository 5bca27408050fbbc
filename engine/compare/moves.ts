import { type Assignment, FALSE, type NodeId, TOO_LARGE, TRUE } from "../logic/index.ts";
import { type Attempt, search } from "../witness/index.ts";
import { type Direction, directionOf, type Said, saidOf, type Settled } from "./answers.ts";
import { cellPairs, type Opening, type Stated } from "./openings.ts";
import type { Question, Regions } from "./question.ts";
import { merged } from "./mergedCase.ts";
import type { ValueSet } from "../values/index.ts";
import type { Witness, Witnesses } from "./witness.ts";

/** From what a case is answered with before to what it is answered with now. */
export interface Move {
  readonly from: Said;
  readonly to: Said;
  /** `found` with a witness. `impossible`: proved. `open`: neither, because. */
  readonly state: "found" | "impossible" | "open";
  readonly because: string | null;
  readonly direction: Direction | null;
  readonly witness: Witness | null;
  /** Shared names of what the case leaves open, where that makes the difference. */
  readonly open: readonly string[];
  /** Shown by evidence that contradicts itself: no part of whether a version is wider. */
  readonly conflicting: boolean;
}

const nothingOpen: Opening = { before: [], now: [], conflicting: false };

/** Finds each move between two versions, or proves that there is none. */
export class Moves {
  readonly question: Question;
  readonly #stated: Stated;
  readonly #witnesses: Witnesses;
  readonly #shouldStop: () => boolean;
  readonly #support: readonly string[];
  readonly #openings: readonly Opening[];
  readonly #decided = new Map<string, Move>();
  /** What is possible as long as nothing was learned from cases that could not be made: of that an answer knows nothing. */
  readonly #assumed: NodeId;

  /** Asked often: whether to go on making cases. */
  get #isOver(): boolean {
    return this.#shouldStop() || this.#witnesses.isSpent;
  }

  constructor(question: Question, stated: Stated, witnesses: Witnesses, shouldStop: () => boolean) {
    this.question = question;
    this.#stated = stated;
    this.#witnesses = witnesses;
    this.#shouldStop = shouldStop;
    this.#assumed = question.space.possible;
    const { space, before, now } = question;
    const regions = [...before.values(), ...now.values()];
    const asked = new Set(regions.flatMap((node) => space.supportOf(node)));
    this.#support = space.variables.flatMap(({ quantity }) => (asked.has(quantity) ? [quantity] : []));
    this.#openings = stated.openings(this.#support);
  }

  /** Whether both come to the same in every completion that is possible. */
  get isSame(): boolean {
    const { before, now } = this.question;
    return [...before.keys()].every((from) => [...now.keys()].every((to) => from === to || !this.#mayMeet(from, to)));
  }

  /** Whether some values were found not to hold together. */
  get hasLearned(): boolean {
    return this.question.space.possible !== this.#assumed;
  }

  /** Every move that is not ruled out at first sight; what stays as it is is none. */
  all(): readonly Move[] {
    const { before, now } = this.question;
    const decided = [...before.keys()].flatMap((from) =>
      [...now.keys()].flatMap((to) => (from === to ? [] : [this.#decidedMove(from, to)])),
    );
    const opened = [...now.keys()].map((to) => this.#move("not documented", to));
    const closed = [...before.keys()].map((from) => this.#move(from, "not documented"));
    return [...decided, ...opened, ...closed].filter(({ from, to }) => from !== to);
  }

  /** Whether a completion goes from one to the other, as far as is assumed. */
  #mayMeet(from: Settled, to: Settled): boolean {
    return this.question.space.all([this.#assumed, this.#both(from, to)]) !== FALSE;
  }

  #both(from: Settled, to: Settled): NodeId {
    const { before, now, space } = this.question;
    return space.all([before.get(from) ?? FALSE, now.get(to) ?? FALSE]);
  }

  #decidedMove(from: Settled, to: Settled): Move {
    const key = `${from} ${to}`;
    const known = this.#decided.get(key) ?? this.#findDecided(from, to);
    this.#decided.set(key, known);
    return known;
  }

  #findDecided(from: Settled, to: Settled): Move {
    this.#witnesses.beginMove();
    return this.#searched({ from, to }, this.#both(from, to), nothingOpen);
  }

  /** One end is not documented: the case leaves something open. */
  #move(from: Said, to: Said): Move {
    this.#witnesses.beginMove();
    if (this.#neverMoves(from, to)) return impossible(from, to);
    const tried: Move[] = [];
    for (const opening of this.#openings) {
      if (this.#isOver) return this.#stopped(from, to);
      const node = this.#leftOpen({ from, to }, opening);
      if (this.question.space.canBe(node) === false) continue;
      const move = this.#searched({ from, to }, node, opening);
      if (move.state === "found") return move;
      tried.push(move);
    }
    return this.#partlyOpen({ from, to }, tried);
  }

  /**
   * Completions that differ before all come to one thing now: of these there is none, or only one. What one version refuses is no completion
   * there, and may be what the other leaves open.
   */
  #neverMoves(from: Said, to: Said): boolean {
    const { before, now } = this.question;
    if (this.#openings.some((each) => each.before.join() !== each.now.join())) return false;
    const refused = "contradictory";
    if (from === "not documented" && to !== "not documented")
      return [...before.keys()].filter((each) => this.#mayMeet(each, to) || this.#mayMeet(each, refused)).length < 2;
    if (from !== "not documented")
      return [...now.keys()].filter((each) => this.#mayMeet(from, each) || this.#mayMeet(refused, each)).length < 2;
    return true;
  }

  #leftOpen({ from, to }: Ends, opening: Opening): NodeId {
    const { before, now, space } = this.question;
    return space.all([
      this.#comesTo(before, from, (node, join) => opening.before.reduce((made, name) => space[join](name, made), node)),
      this.#comesTo(now, to, (node, join) => opening.now.reduce((made, name) => space[join](name, made), node)),
    ]);
  }

  /** Where all completions that an opening leaves come to one thing, or where they differ. */
  #comesTo(regions: Regions, said: Said, over: Over): NodeId {
    const { space } = this.question;
    const refused = regions.get("contradictory") ?? FALSE;
    if (said === "contradictory") return over(refused, "always");
    const possible = space.all([this.#assumed, space.not(refused)]);
    if (said !== "not documented") {
      const region = regions.get(said) ?? FALSE;
      return space.all([over(possible, "sometimes"), over(space.any([region, space.not(possible)]), "always")]);
    }
    return space.any(
      [...regions].flatMap(([each, region]) =>
        each === "contradictory"
          ? []
          : space.all([
              over(space.all([possible, region]), "sometimes"),
              over(space.all([possible, space.not(region)]), "sometimes"),
            ]),
      ),
    );
  }

  #searched({ from, to }: Ends, node: NodeId, opening: Opening): Move {
    const isShown = ({ before, now }: Witness): boolean => saidOf(before) === from && saidOf(now) === to;
    const { conflicting } = opening;
    const found = search(this.question.space, node, (assignment): Attempt<Witness> => {
      if (this.#isOver) return { kind: "not shown" };
      return conflicting
        ? this.#contradicted(assignment, opening, isShown)
        : this.#witnesses.attempt(assignment, opening, isShown);
    });
    if (found.kind === "none") return impossible(from, to);
    if (found.kind === "not found")
      return { ...impossible(from, to), state: "open", because: found.because, conflicting };
    return shown({ from, to }, found.shown, opening);
  }

  /** Good evidence of the values, and weak evidence of others: open only where the weak counts. */
  #contradicted(assignment: Assignment, { before, now }: Opening, isShown: (of: Witness) => boolean): Attempt<Witness> {
    const good = this.#witnesses.attempt(assignment, nothingOpen, () => true);
    if (good.kind !== "shown") return good.kind === "impossible" ? good : { kind: "not shown" };
    const weakly = { before: now, now: before, conflicting: false };
    for (const name of [...before, ...now])
      for (const values of this.#cellsOf(name).slice(0, mostCells)) {
        const weak = this.#witnesses.attempt(new Map([...assignment, [name, values]]), weakly, () => true);
        if (weak.kind !== "shown") continue;
        const both = this.#witnesses.replayed(merged(good.shown.case, weak.shown.case));
        if (isShown(both)) return { kind: "shown", shown: both };
      }
    return { kind: "not shown" };
  }

  #cellsOf(name: string): readonly ValueSet[] {
    return this.question.space.variables.find(({ quantity }) => quantity === name)?.cells ?? [];
  }

  /**
   * A fact may be known in part. Where the values of a quantity that a case leaves are so many that it is not documented, two of
   * them that stand side by side are enough for that, all else being known: so these are all there is, unless something is assumed.
   */
  #partlyOpen(ends: Ends, tried: readonly Move[]): Move {
    const unsure: Move[] = tried.filter(({ state }) => state === "open");
    for (const name of this.#support) {
      if (this.#isOver) return this.#stopped(ends.from, ends.to);
      const move = this.#knownInPart(ends, name);
      if (move?.state === "found") return move;
      if (move !== null) unsure.push(move);
    }
    const [first] = unsure;
    if (first !== undefined) return { ...first, conflicting: unsure.every(({ conflicting }) => conflicting) };
    if (this.#isExact) return impossible(ends.from, ends.to);
    const because =
      "What is assumed of every case, or cannot hold together, stands between the values that would show it.";
    return { ...impossible(ends.from, ends.to), state: "open", because };
  }

  #knownInPart(ends: Ends, name: string): Move | null {
    const quantity = this.#stated.quantity(name);
    const pairs = quantity === null ? [] : cellPairs(this.question.space, name, quantity);
    if (pairs === null) return { ...impossible(ends.from, ends.to), state: "open", because: tooMany(name) };
    let unsure: Move | null = null;
    for (const pair of pairs) {
      if (this.#isOver) return this.#stopped(ends.from, ends.to);
      const node = this.#ofPair(ends, name, pair);
      if (this.question.space.canBe(node) === false) continue;
      const move = this.#searchedPair(ends, { node, name, pair });
      if (move.state === "found") return move;
      unsure ??= move;
    }
    return unsure;
  }

  #ofPair({ from, to }: Ends, name: string, pair: readonly [number, number]): NodeId {
    const { before, now, space } = this.question;
    const over: Over = (node, join) => {
      const both = pair.map((cell) => space.given(node, name, cell));
      return join === "always" ? space.all(both) : space.any(both);
    };
    const side = (has: "before" | "now"): Over => (this.#stated.has(has, name) ? over : (node) => node);
    return space.all([this.#comesTo(before, from, side("before")), this.#comesTo(now, to, side("now"))]);
  }

  /** A case of each of the two values; then one that holds what both say. */
  #searchedPair({ from, to }: Ends, { node, name, pair }: OfPair): Move {
    const { space } = this.question;
    const cells = this.#cellsOf(name);
    const [values = [], others = []] = pair.map((cell) => cells[cell]);
    const isShown = ({ before, now }: Witness): boolean => saidOf(before) === from && saidOf(now) === to;
    const found = search(space, node, (assignment): Attempt<Witness> => {
      const [one, other] = [values, others].map((each) =>
        this.#witnesses.attempt(new Map([...assignment, [name, each]]), nothingOpen, () => true),
      );
      if (one?.kind !== "shown" || other?.kind !== "shown") return { kind: "not shown" };
      const both = this.#witnesses.replayed(merged(one.shown.case, other.shown.case));
      return isShown(both) ? { kind: "shown", shown: both } : { kind: "not shown" };
    });
    const open: Opening = { before: [name], now: [name], conflicting: true };
    if (found.kind === "found") return shown({ from, to }, found.shown, open);
    const because = found.kind === "none" ? "The values that would show it were not found in any case." : found.because;
    return { ...impossible(from, to), state: "open", because };
  }

  #stopped(from: Said, to: Said): Move {
    const because = this.#shouldStop()
      ? "The comparison was stopped."
      : "Making cases of its lists and dates took more work than is allowed.";
    return { ...impossible(from, to), state: "open", because };
  }

  /** Every completion between two others is possible too. */
  get #isExact(): boolean {
    const { space, before, now } = this.question;
    const refused = [before, now].map((regions) => regions.get("contradictory") ?? FALSE);
    const possible = space.all([this.#assumed, ...refused.map((each) => space.not(each))]);
    if (possible === TRUE) return true;
    if (possible === TOO_LARGE) return false;
    const ruledOut = new Set(space.supportOf(possible));
    return this.#support.every((name) => !ruledOut.has(name));
  }
}

/** Values that weak evidence may say, tried one by one. */
const mostCells = 6;

interface Ends {
  readonly from: Said;
  readonly to: Said;
}

interface OfPair {
  readonly node: NodeId;
  readonly name: string;
  readonly pair: readonly [number, number];
}

type Over = (node: NodeId, join: "sometimes" | "always") => NodeId;

function impossible(from: Said, to: Said): Move {
  return { from, to, state: "impossible", because: null, direction: null, witness: null, open: [], conflicting: false };
}

function shown({ from, to }: Ends, witness: Witness, { before, now, conflicting }: Opening): Move {
  return {
    from,
    to,
    state: "found",
    because: null,
    direction: directionOf(witness.before, witness.now),
    witness,
    open: [...new Set([...before, ...now])],
    conflicting,
  };
}

const tooMany = (name: string): string => `\`${name}\` has too many values to try each of them.`;
