// Runs in a process of its own (`ask.ts`), started with Node's `--permission`: it may read these files and nothing else, write
// nothing and start nothing.
import { text } from "node:stream/consumers";
import type { OpenSet } from "../../engine/bundle/index.ts";
import type { Asking } from "./ask.ts";
import { enclose, loadModule } from "./sandbox/index.ts";

const { stdin, stdout } = process;

// Our own parent wrote it.
const { engine, files, manifest, questions } = JSON.parse(await text(stdin)) as Asking;

const write = stdout.write.bind(stdout);
const bytes = new TextEncoder().encode(engine);
enclose();

// `precept/engine/1`; whether it is so is seen from what it replies.
const { open } = (await loadModule(bytes)) as { readonly open: (files: unknown, manifest: unknown) => OpenSet };
const set = open(files, manifest);
const replies = questions.map(({ ask, caseText, options }) =>
  ask === "letter" ? set.letter(caseText, options) : set.determine(caseText, options),
);
write(JSON.stringify(replies.map((reply) => (typeof reply === "string" ? reply : null))));
