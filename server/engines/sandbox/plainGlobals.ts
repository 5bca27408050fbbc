// What an engine finds beside the language. Nothing of Node's own is reached through it: texts and fresh bytes go in and come out.

const { TextEncoder: NodeEncoder, TextDecoder: NodeDecoder } = globalThis;
const encoder = new NodeEncoder();

class PlainTextEncoder {
  readonly encoding = "utf-8";

  encode(text: unknown = ""): Uint8Array {
    return new Uint8Array(encoder.encode(String(text)));
  }
}

class PlainTextDecoder {
  readonly #decoder: TextDecoder;

  constructor(label: unknown = "utf-8", { fatal, ignoreBOM }: { fatal?: unknown; ignoreBOM?: unknown } = {}) {
    this.#decoder = new NodeDecoder(String(label), { fatal: Boolean(fatal), ignoreBOM: Boolean(ignoreBOM) });
  }

  decode(bytes?: Uint8Array, { stream }: { stream?: unknown } = {}): string {
    return this.#decoder.decode(new Uint8Array(bytes ?? []), { stream: Boolean(stream) });
  }
}

/** What libraries say while they work is for nobody: it could hold what a case says. */
const unheard = () => undefined;

export const plainGlobals: ReadonlyMap<string | symbol, unknown> = new Map<string | symbol, unknown>([
  ["TextEncoder", PlainTextEncoder],
  ["TextDecoder", PlainTextDecoder],
  ["console", { debug: unheard, error: unheard, info: unheard, log: unheard, warn: unheard }],
]);
