import { Command } from "commander";
import type { Database } from "../../server/store/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type StoreOptions, withStore } from "../input/index.ts";
import { printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import { shippedGuidelines } from "../serving.ts";
import type { Terminal } from "../terminal.ts";

interface AttributeOptions extends StoreOptions {
  readonly to: readonly string[];
  readonly json?: true;
}

/** `precept people attribute`: whose the texts are that came from a folder, or from before there were accounts. */
export function attributeCommand({ terminal, finish }: CommandContext): Command {
  return new Command("attribute")
    .argument("<set>", "a guideline set of the server")
    .description("Says whose the texts of a set are that came from a folder, or from before there were accounts")
    .option("--to <email>", "who wrote them, and so may not approve them; again for several", inList, [])
    .option("--guidelines <folder>", "the folder of guideline sets that is served")
    .option("--data <folder>", "where the server keeps what it keeps")
    .option("--json", "print JSON")
    .action(async (set: string, options: AttributeOptions) => {
      if (options.to.length === 0)
        return finish(reportUsage(terminal, [{ message: "Say whose they are: --to EMAIL." }]));
      const where = { guidelines: shippedGuidelines, ...options };
      const work = (database: Database) => attributeTo(terminal, database, set, options);
      finish(await withStore(terminal, where, work, () => "Say it there, on the page People."));
    });
}

async function attributeTo(
  terminal: Terminal,
  database: Database,
  set: string,
  { to, json }: AttributeOptions,
): Promise<ExitCode> {
  const [{ listPeople }, { attribute }] = await Promise.all([
    import("../../server/access/index.ts"),
    import("../../server/reviews/index.ts"),
  ]);
  const listed = new Map((await listPeople(database)).map(({ email, id }) => [email, id]));
  const unknown = to.find((email) => !listed.has(email.toLowerCase()));
  if (unknown !== undefined) return reportUsage(terminal, [{ message: `Nobody with the email ${unknown} is listed.` }]);
  const people = to.map((email) => listed.get(email.toLowerCase()) ?? email);
  const said = await attribute(database, { actor: "command line", at: new Date() }, set, people);
  if (!said.ok) return reportUsage(terminal, [{ message: said.refusal.detail }]);
  if (json) printJson(terminal, { set, files: said.value, to });
  else terminal.out(`${said.value === 1 ? "1 file" : `${said.value} files`} of ${set}: by ${to.join(", ")}.\n`);
  return exit.fine;
}

const inList = (text: string, before: readonly string[]): readonly string[] => [...before, text];
