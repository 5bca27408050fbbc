import { strangeIn } from "../yaml/index.ts";
import { longestLine } from "./limits.ts";
import type { Why } from "./rejections.ts";

/** One line of a cohort file, its end taken off. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Why it cannot be read as text; `null` of a line that can. */
  readonly problem: Why | null;
}

/** The lines of a file as they arrive, those of one piece of it together. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter();
  const decoder = new TextDecoder("utf-8");
  for await (const piece of bytes) yield splitter.lines(decoder.decode(piece, { stream: true }));
  yield splitter.last(decoder.decode());
}

/** Keeps the beginning of a line whose end has not arrived, unless it is too long to be read at all. */
class LineSplitter {
  #number = 0;
  #begun = "";
  #isTooLong = false;

  lines(text: string): readonly Line[] {
    const end = text.lastIndexOf("\n");
    if (end < 0) {
      this.#keep(text);
      return [];
    }
    const whole = this.#begun + text.slice(0, end);
    const isTooLong = this.#isTooLong;
    this.#begun = "";
    this.#isTooLong = false;
    this.#keep(text.slice(end + 1));
    return this.#made(whole.split("\n"), isTooLong, isStrange(whole));
  }

  /** What stands behind the last end of a line; nothing in a file that ends with one. */
  last(text: string): readonly Line[] {
    this.#keep(text);
    const isTooLong = this.#isTooLong;
    return this.#begun === "" && !isTooLong ? [] : this.#made([this.#begun], isTooLong, isStrange(this.#begun));
  }

  #keep(text: string): void {
    this.#isTooLong ||= this.#begun.length + text.length > longestLine;
    this.#begun = this.#isTooLong ? "" : this.#begun + text;
  }

  #made(texts: readonly string[], firstIsTooLong: boolean, someAreStrange: boolean): readonly Line[] {
    const first = this.#number + 1;
    this.#number += texts.length;
    return texts.map((text, at) => {
      const line = text.endsWith("\r") ? text.slice(0, -1) : text;
      const isTooLong = (at === 0 && firstIsTooLong) || line.length > longestLine;
      if (isTooLong) return { number: first + at, text: "", problem: tooLong };
      return { number: first + at, text: line, problem: someAreStrange ? strange(line) : null };
    });
  }
}

const tooLong: Why = {
  kind: "too long",
  reason: `This line is longer than ${longestLine.toLocaleString("en")} characters.`,
};

/** Whether any line may hold what is no text: then each is looked at by itself. */
function isStrange(text: string): boolean {
  return strange(text) !== null;
}

function strange(text: string): Why | null {
  const found = strangeIn("", text);
  return found === null ? null : { kind: "not text", reason: `${found.message} ${found.hint ?? ""}`.trim() };
}
