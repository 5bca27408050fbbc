/** A server that is asked over HTTP. */
interface Asked {
  readonly url: string;
}

/** What the server holds of a file; `path` begins with the name of the set. */
export async function savedText(server: Asked, path: string): Promise<string> {
  return (await standing(server, path)).text;
}

/** Saves a file as somebody else does at another screen: over what stands there, whatever it is, or as a new one. */
export async function saveElsewhere(server: Asked, path: string, text: string): Promise<void> {
  const found = await fetch(addressOf(server, path));
  const precondition = found.ok ? { "if-match": found.headers.get("etag") ?? "" } : { "if-none-match": "*" };
  await send(addressOf(server, path), "PUT", { text }, precondition);
}

/** A new guideline set with these files, paths to texts. */
export async function addSet({ url }: Asked, set: string, files: Readonly<Record<string, string>>): Promise<void> {
  const added = Object.entries(files).map(([path, text]) => ({ path, text, base: null }));
  await send(`${url}/api/sets/${set}/push`, "POST", { base: null, files: added, removed: [] });
}

async function standing(server: Asked, path: string): Promise<{ readonly text: string }> {
  const answer = await fetch(addressOf(server, path));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  // Outside data: our own server's answer, whose schema the tests of the server check.
  return (await answer.json()) as { readonly text: string };
}

function addressOf({ url }: Asked, path: string): string {
  const [set, ...parts] = path.split("/").map(encodeURIComponent);
  return `${url}/api/sets/${set}/files/${parts.join("/")}`;
}

async function send(url: string, method: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const all = { "content-type": "application/json", ...headers };
  const answer = await fetch(url, { method, body: JSON.stringify(body), headers: all });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
}
