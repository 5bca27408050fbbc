import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { addServerOptions, runServer, type ServerOptions } from "../serving.ts";

const examples = `
Examples:
  precept studio                             the shipped guideline sets
  precept studio --guidelines ~/guidelines   your own folder of guideline sets
`;

export function studioCommand({ terminal, finish }: CommandContext): Command {
  return addServerOptions(new Command("studio"))
    .description("Starts the server and the studio, and prints the address to open")
    .addHelpText("after", examples)
    .action(async (options: ServerOptions) => {
      finish(await runServer(terminal, options, (url) => `Precept is running at ${url}`));
    });
}
