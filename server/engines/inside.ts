// Runs in a process of its own (`ask.ts`), started with Node's `--permission`: it may read this file and nothing else, write nothing
// and start nothing. Node does not yet hold such a process off the network, so what reaches it is taken away before the engine is
// loaded: every import is refused, and `process`, `fetch` and their like are gone.
import { registerHooks } from "node:module";
import { text } from "node:stream/consumers";
import type { OpenSet } from "../../engine/bundle/index.ts";
import type { Asking } from "./ask.ts";

const { stdin, stdout } = process;

// Our own parent wrote it.
const { engine, files, manifest, questions } = JSON.parse(await text(stdin)) as Asking;

const write = stdout.write.bind(stdout);
const location = `data:text/javascript;base64,${Buffer.from(engine).toString("base64")}`;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier !== location) throw new Error("The engine of a release rests on no other module.");
    return next(specifier, context);
  },
});
for (const name of ["process", "fetch", "WebSocket", "EventSource", "XMLHttpRequest", "navigator", "Buffer"])
  Reflect.deleteProperty(globalThis, name);

// `precept/engine/1`; whether it is so is seen from what it replies.
const { open } = (await import(location)) as { readonly open: (files: unknown, manifest: unknown) => OpenSet };
const set = open(files, manifest);
const replies = questions.map(({ ask, caseText, options }) =>
  ask === "letter" ? set.letter(caseText, options) : set.determine(caseText, options),
);
write(JSON.stringify(replies));
