import { DamagedBackup, readBackup } from "./read.ts";

/** Whether a file is a whole backup; the sentence that says why not. */
export async function checkBackup(file: string): Promise<string | null> {
  const nothing = async () => undefined;
  try {
    await readBackup(file, { header: nothing, table: nothing, row: nothing });
    return null;
  } catch (error) {
    if (error instanceof DamagedBackup) return error.message;
    throw error;
  }
}
