import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const built = join(import.meta.dirname, "..", "..", "..", "build", "monaco-alone");

/** Builds the page with this text in its editor; gives the folder to serve. */
export async function buildMonacoAlone(text: string): Promise<string> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: "error",
    build: { outDir: built, emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 5000 },
    worker: { format: "es" },
  });
  await writeFile(join(built, "guideline.txt"), text);
  return built;
}
