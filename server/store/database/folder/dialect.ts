import { type Driver, PGliteDialect } from "kysely";
import { FolderDriver } from "./driver.ts";

/** PGlite as Kysely knows it, with a driver of our own: theirs does not come back after a fatal error. */
export class FolderDialect extends PGliteDialect {
  readonly #folder: string;

  constructor(folder: string) {
    super({
      pglite: () => {
        throw new Error("the driver opens the folder");
      },
    });
    this.#folder = folder;
  }

  override createDriver(): Driver {
    return new FolderDriver(this.#folder);
  }
}
