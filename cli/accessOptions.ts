import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { Access, Outcome, ProviderSettings } from "../server/access/index.ts";
import { personNameSchema } from "../server/protocol/index.ts";
import type { Database } from "../server/store/index.ts";
import type { UsageProblem } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

export interface AccessOptions {
  readonly name?: string;
  readonly team?: true;
  readonly address?: string;
  readonly host?: string;
  readonly evenIfTeam?: true;
  readonly importAs?: string;
}

/** The person at this machine, without accounts. */
export function addNameOption(command: Command): Command {
  return command
    .option("--name <name>", "your name, as it is printed beside what you sign; remembered", readName)
    .option("--even-if-team", "open a store in which people are listed, with every role; its audit log tells of it");
}

function readName(text: string): string {
  const name = personNameSchema.safeParse(text);
  if (!name.success) throw new InvalidArgumentError(`A name is one line of at most 100 characters.`);
  return name.data;
}

export function addAccessOptions(command: Command): Command {
  return command
    .option("--team", "people with accounts and roles, who sign in; without it, one person at this machine")
    .option("--address <url>", "with --team: the address people use, as https://precept.example", readAddress)
    .option("--import-as <email>", "with --team: take in the folder of guideline sets, as texts of this author")
    .option("--host <address>", "with --team: where to listen (default: 127.0.0.1, behind a proxy that speaks HTTPS)");
}

/** `https://name`, or `http://` for this machine: what is typed in the open is read by everybody on the way. */
export function readAddress(text: string): string {
  const url = URL.parse(text);
  const local = url !== null && ["127.0.0.1", "localhost"].includes(url.hostname);
  if (url === null || !(url.protocol === "https:" || (url.protocol === "http:" && local)))
    throw new InvalidArgumentError("An address is https:// and a name, as https://precept.example.");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    throw new InvalidArgumentError("An address has nothing after the name and port.");
  return url.origin;
}

/** What the options do not go together with, if anything. */
export function accessProblem({ team, address, host, name, evenIfTeam, importAs }: AccessOptions): UsageProblem | null {
  if (team === undefined && (address !== undefined || host !== undefined))
    return { message: "--address and --host are for --team: without accounts the server is for this machine only." };
  if (team === undefined && importAs !== undefined)
    return { message: "--import-as is for --team: without accounts the folder is taken in as it is." };
  if (team !== undefined && evenIfTeam !== undefined)
    return { message: "--even-if-team is for one person at this machine, not for --team." };
  if (team !== undefined && name !== undefined)
    return { message: "--name is for one person at this machine; with --team people are listed with their names." };
  if (team !== undefined && address === undefined)
    return {
      message: "--team needs --address, the address people use.",
      hint: "For a try: --address http://127.0.0.1:4180",
    };
  return null;
}

/** How the server knows who asks; refused without `--team` where the store is a team's. */
export async function accessOf(
  { team, address, name, ...options }: AccessOptions,
  { environment }: Terminal,
  database: Database,
  clock: () => Date,
): Promise<Outcome<Access>> {
  const { openLocal, openTeam, teamAccess } = await import("../server/access/index.ts");
  if (team === undefined || address === undefined) {
    const evenIfTeam = options.evenIfTeam === true;
    const wish = name === undefined ? { evenIfTeam } : { name, evenIfTeam };
    return openLocal(database, wish, clock);
  }
  const opened = await openTeam({ database, clock, address, provider: providerOf(environment) });
  return { ok: true, value: teamAccess(opened) };
}

/** Whose the folder's texts are, as the options say it; they must be somebody who may write. */
export async function importerOf(
  { importAs }: AccessOptions,
  database: Database,
): Promise<Outcome<{ readonly importAs?: string }>> {
  if (importAs === undefined) return { ok: true, value: {} };
  const { listPeople } = await import("../server/access/index.ts");
  const author = (await listPeople(database)).find(({ email }) => email === importAs.toLowerCase());
  if (author?.active && author.roles.includes("author")) return { ok: true, value: { importAs: author.id } };
  const detail = `No author with the email ${importAs} is listed who may enter: list them by \`precept people add\`.`;
  return { ok: false, status: 404, detail };
}

/** The OpenID Connect provider of the environment; `null` when none is named. */
function providerOf(environment: Terminal["environment"]): ProviderSettings | null {
  const read = (name: string) => environment[`PRECEPT_OIDC_${name}`] ?? "";
  const [issuer, clientId, clientSecret] = [read("ISSUER"), read("CLIENT_ID"), read("CLIENT_SECRET")];
  if (issuer === "" || clientId === "" || clientSecret === "") return null;
  const name = read("NAME") || new URL(issuer).hostname;
  return { issuer, clientId, clientSecret, name };
}
