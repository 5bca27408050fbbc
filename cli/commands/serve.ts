import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { addAccessOptions } from "../accessOptions.ts";
import { addServerOptions, runServer, type ServerOptions } from "../serving.ts";

const examples = `
Examples:
  precept serve                              the shipped guideline sets, on a free port
  precept serve --guidelines ~/guidelines    your own folder of guideline sets
  precept serve --port 8080
  precept serve --team --address https://precept.example
  precept serve --team --address https://precept.example --guidelines ~/guidelines --import-as ann@precept.example

With --team people sign in with a password (see precept people) and, where PRECEPT_OIDC_ISSUER,
PRECEPT_OIDC_CLIENT_ID and PRECEPT_OIDC_CLIENT_SECRET are set, through that OpenID Connect provider, which
PRECEPT_OIDC_NAME names on the button. Its redirect address is ADDRESS/api/auth/callback/oidc.

With --team the folder is taken in only as somebody's (--import-as), for nobody approves what they wrote themselves.
`;

export function serveCommand({ terminal, finish }: CommandContext): Command {
  return addAccessOptions(addServerOptions(new Command("serve")))
    .description("Starts the server: guideline sets over HTTP, for this machine or for a team")
    .addHelpText("after", examples)
    .action(async (options: ServerOptions) => {
      finish(await runServer(terminal, options, (url) => `Serving guideline sets at ${url} (see ${url}/openapi.json)`));
    });
}
