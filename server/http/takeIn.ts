import { importFolder, setsLeftOut } from "../store/drafts/index.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Takes in the folder of guideline sets at the start. In a team only as somebody's: whoever wrote in the folder could else
 * approve their own text. What was not taken in is reported, a sentence each.
 */
export async function takeIn({ database, guidelines, importAs, access, clock, report }: Workspace): Promise<void> {
  if (access.mode === "team" && importAs === undefined) return reportLeftOut({ database, guidelines, report });
  const as = access.mode === "team" && importAs !== undefined ? { as: importAs } : {};
  for (const notice of await importFolder(database, guidelines, { ...as, at: clock() })) report(notice);
}

type Folder = Pick<Workspace, "database" | "guidelines" | "report">;

async function reportLeftOut({ database, guidelines, report }: Folder): Promise<void> {
  const names = await setsLeftOut(database, guidelines);
  if (names.length === 0) return;
  const sets = new Intl.ListFormat("en").format(names.map((name) => `\`${name}\``));
  report(
    `Not taken in from the folder: ${sets}. In a team every text is somebody's, who may not approve it. Start with --import-as EMAIL to say whose they are, or let an author \`precept push\` them.`,
  );
}
