import type { Database } from "../../server/store/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { storePlace } from "./storePlace.ts";

/** Which store a command works on. */
export interface StoreOptions {
  readonly guidelines?: string;
  readonly data?: string;
}

/** Opens the store for one command. `hint`: what to do instead while a server has it. */
export async function withStore(
  terminal: Terminal,
  { data, guidelines }: Required<Pick<StoreOptions, "guidelines">> & StoreOptions,
  work: (database: Database) => Promise<ExitCode>,
  hint: (url: string) => string,
): Promise<ExitCode> {
  const { openStore } = await import("../../server/store/index.ts");
  const opened = await openStore(storePlace(terminal, data, guidelines));
  if (opened.kind !== "open") {
    const advice = opened.kind === "in use" && opened.url !== null ? ` ${hint(opened.url)}` : "";
    terminal.err(`precept: ${opened.detail}${advice}\n`);
    return exit.usage;
  }
  try {
    return await work(opened.store.database);
  } finally {
    await opened.store.close();
  }
}
