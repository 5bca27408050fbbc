import type { Checked } from "../diagnostic/index.ts";
import type { SourceText } from "../source/index.ts";
import type { Borrowed } from "./borrowed.ts";
import type { Declared } from "./declare.ts";
import type { Environment } from "./environment.ts";
import type { Guideline } from "./model.ts";
import type { Part } from "./part.ts";
import type { Meaning } from "./resolve.ts";

/** A guideline file read as far as it can be. Editor features work on it; engines take `value`. */
export interface Analysis extends Checked<Guideline> {
  readonly source: SourceText;
  readonly parts: readonly AnalysedPart[];
  readonly environment: Environment;
  /** What the first pass found; taken over while no name changes. */
  readonly declared: Declared;
  /** The other files of its set, as they were when this one was read. */
  readonly neighbours: Neighbours;
  /** What it takes from them. */
  readonly borrowed: Borrowed;
  /** Of an overlay: what stays of its base. */
  readonly inherited: readonly InheritedPart[];
}

/** A declaration, kept from one analysis to the next while its text and everything it names stay the same. */
export interface AnalysedPart extends Part {
  /** What it means, with spans of the whole file. */
  readonly placed: Meaning;
}

/** A declaration of the guideline that an overlay changes; `placed` has spans of its file. */
export interface InheritedPart extends AnalysedPart {
  readonly file: string;
}

/** What one file of a set knows of the others when it is read. */
export interface Neighbours {
  /** The titles of all other guidelines, for telling what may have been meant. */
  readonly titles: readonly string[];
  /** The guidelines whose titles its `use` and `changes` lines name. */
  readonly linked: readonly Neighbour[];
}

export interface Neighbour {
  readonly file: string;
  readonly title: string;
  readonly effective: Guideline["effective"];
  /** `null` while the file itself rests on the one that is read: there is no end to reading it. */
  readonly analysis: SharedFile | null;
  /** The titles from the neighbour back to the one that is read; empty without a circle. */
  readonly circle: readonly string[];
}

/** What others may take from a file. */
export type SharedFile = Pick<
  Analysis,
  "parts" | "environment" | "borrowed" | "inherited" | "diagnostics" | "value" | "source"
>;

export const noNeighbours: Neighbours = { titles: [], linked: [] };
