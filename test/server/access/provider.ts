import { createServer } from "node:http";
import getPort from "get-port";
import { Provider } from "oidc-provider";
import { z } from "zod";

export const CLIENT = { id: "precept", secret: "a secret of the tests" };

/** An OpenID Connect provider on this machine at which everybody signs in with any password. */
export interface TestProvider {
  readonly issuer: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Names at the provider, and what it says of them. */
const accounts: Readonly<Record<string, object>> = {
  ann: { email: "ann@precept.example", email_verified: true, name: "Ann" },
  stranger: { email: "stranger@precept.example", email_verified: true },
  unverified: { email: "ann@precept.example", email_verified: false },
  silent: { email: "ann@precept.example" },
  gone: { email: "gone@precept.example", email_verified: true },
};

export async function startProvider(redirect: string, wanted?: number): Promise<TestProvider> {
  const port = wanted ?? (await getPort({ host: "127.0.0.1" }));
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirect] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key of the tests"] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { issuer, port, stop };
}

/** A browser's cookies at one place, by name. */
export type Jar = Map<string, string>;

export function keepCookies(jar: Jar, { headers }: Response): void {
  for (const cookie of headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export const cookieHeader = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

/** Signs in at the provider as `account` and says where it sends the browser back to. */
export async function passThrough(url: string, account: string, jar: Jar, back: string): Promise<string> {
  let at = url;
  let form: URLSearchParams | null = null;
  for (let steps = 0; steps < 20; steps++) {
    const sent = form === null ? {} : { method: "POST", body: form };
    const answer: Response = await fetch(at, { ...sent, headers: { cookie: cookieHeader(jar) }, redirect: "manual" });
    keepCookies(jar, answer);
    const location = answer.headers.get("location");
    if (location?.startsWith(back)) return location;
    form = location === null ? formOf(await answer.text(), account) : null;
    if (location !== null) at = new URL(location, at).href;
  }
  throw new Error(`the provider never sent the browser back, last at ${at}`);
}

/** The pages of the provider ask for a login, then whether we may know who it is. */
function formOf(page: string, login: string): URLSearchParams {
  const prompt = z.string().parse(/name="prompt" value="(\w+)"/.exec(page)?.[1], { error: () => `no form in ${page}` });
  return new URLSearchParams(prompt === "login" ? { prompt, login, password: "any" } : { prompt });
}
