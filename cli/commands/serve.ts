import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { addServerOptions, runServer, type ServerOptions } from "../serving.ts";

const examples = `
Examples:
  precept serve                              the shipped guideline sets, on a free port
  precept serve --guidelines ~/guidelines    your own folder of guideline sets
  precept serve --port 8080
`;

export function serveCommand({ terminal, finish }: CommandContext): Command {
  return addServerOptions(new Command("serve"))
    .description("Starts the server: guideline sets over HTTP, for this machine only")
    .addHelpText("after", examples)
    .action(async (options: ServerOptions) => {
      finish(await runServer(terminal, options, (url) => `Serving guideline sets at ${url} (see ${url}/openapi.json)`));
    });
}
