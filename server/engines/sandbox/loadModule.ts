import { Buffer } from "node:buffer";
import { admitting } from "./enclose.ts";

/** Loads a module from its text (UTF-8), in a thread that is enclosed; throws what it throws while it is loaded. */
export function loadModule(bytes: Uint8Array): Promise<unknown> {
  const location = `data:text/javascript;base64,${Buffer.from(bytes).toString("base64")}`;
  return admitting(location, () => import(location));
}
