import { Command, InvalidArgumentError } from "commander";
import type { Outcome, Role } from "../../server/access/index.ts";
import { type NewPerson, newPersonSchema, roleSchema } from "../../server/protocol/index.ts";
import type { StorePlace } from "../../server/store/index.ts";
import { readAddress } from "../accessOptions.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { storePlace } from "../input/index.ts";
import { printJson } from "../output/index.ts";
import { attributeCommand } from "./attributeTexts.ts";
import { reportUsage } from "../report.ts";
import { shippedGuidelines } from "../serving.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept people add "Ann Writer" ann@precept.example --role admin --address https://precept.example
  precept people add "Ben Reader" ben@precept.example --role reviewer --role author
  precept people attribute knees --to ann@precept.example

Whoever is listed here sets a password by the link that is printed, which is good once, for three days. The first
admin is made this way; admins list everybody else in the studio. Texts that came from a folder, or from before there
were accounts, are reviewed once it is said whose they are (attribute): nobody approves what they wrote themselves.
`;

interface AddOptions {
  readonly role: readonly Role[];
  readonly address: string;
  readonly guidelines?: string;
  readonly data?: string;
  readonly json?: true;
}

export function peopleCommand(context: CommandContext): Command {
  const { terminal, finish } = context;
  const add = new Command("add")
    .argument("<name>", "as it is printed beside signatures")
    .argument("<email>")
    .description("Lists somebody, and prints a one-time link to set a password")
    .requiredOption("--role <role>", "viewer, author, reviewer, publisher or admin; again for several", readRole, [])
    .option("--address <url>", "the address people use", readAddress, "http://127.0.0.1:4180")
    .option("--guidelines <folder>", "the folder of guideline sets that is served")
    .option("--data <folder>", "where the server keeps what it keeps")
    .option("--json", "print JSON")
    .action(async (name: string, email: string, options: AddOptions) => {
      finish(await addToList(terminal, { name, email }, options));
    });
  return new Command("people")
    .description("Lists people who may sign in to a server with accounts, and says whose texts are")
    .addHelpText("after", examples)
    .addCommand(add)
    .addCommand(attributeCommand(context));
}

async function addToList(
  terminal: Terminal,
  given: { readonly name: string; readonly email: string },
  { role, address, guidelines, data, json }: AddOptions,
): Promise<ExitCode> {
  const person = newPersonSchema.safeParse({ ...given, roles: role });
  if (!person.success) return reportUsage(terminal, person.error.issues.map(issueProblem));
  const added = await addAndLink(storePlace(terminal, data, guidelines ?? shippedGuidelines), person.data, address);
  if (!added.ok) return reportUsage(terminal, [{ message: added.detail }]);
  const { id, url, until } = added.value;
  if (json) printJson(terminal, { id, link: url, expiresAt: until });
  else terminal.out(`${url}\n`);
  terminal.err(`Open it to set the password of ${person.data.name}. It is good once, until ${until}.\n`);
  return exit.fine;
}

function issueProblem({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) {
  return { message: `${path.map(String).join(".")}: ${message}.` };
}

async function addAndLink(
  place: StorePlace,
  person: NewPerson,
  address: string,
): Promise<Outcome<{ readonly id: string; readonly url: string; readonly until: string }>> {
  const [{ addPerson, makeLink }, { openStore }] = await Promise.all([
    import("../../server/access/index.ts"),
    import("../../server/store/index.ts"),
  ]);
  const opened = await openStore(place);
  if (opened.kind !== "open") return { ok: false, status: 409, detail: opened.detail };
  const { database, close } = opened.store;
  try {
    const clock = () => new Date();
    const by = { id: "command line" };
    const added = await addPerson(database, by, person, clock());
    if (!added.ok) return added;
    const link = await makeLink({ database, clock, address }, by, added.value.id);
    if (!link.ok) return link;
    return { ok: true, value: { id: added.value.id, url: link.value.url, until: link.value.expiresAt.toISOString() } };
  } finally {
    await close();
  }
}

function readRole(text: string, before: readonly Role[]): readonly Role[] {
  const role = roleSchema.safeParse(text);
  if (!role.success) throw new InvalidArgumentError(`A role is one of ${roleSchema.options.join(", ")}.`);
  return [...before, role.data];
}
