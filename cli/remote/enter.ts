import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { isOverheard, type Remote } from "./address.ts";
import { type Answer, askServer } from "./ask.ts";
import type { Asking } from "./download.ts";

/** What an admin needs to show who they are. */
export interface Login {
  readonly email: string;
  readonly password: string;
}

/** `null`: nobody is named, as at one's own machine nobody needs to be. The password is never among the options, which others see. */
export function loginOf(
  { environment }: Terminal,
  { url }: Pick<Remote, "url">,
  email: string | undefined,
): { readonly login: Login | null } | { readonly problem: UsageProblem } {
  if (email === undefined) return { login: null };
  if (isOverheard(new URL(url))) return { problem: { message: `A password is sent over https only, not to ${url}.` } };
  const password = environment["PRECEPT_PASSWORD"] ?? "";
  if (password !== "") return { login: { email, password } };
  return { problem: { message: "--email needs your password, in the environment variable PRECEPT_PASSWORD." } };
}

/** Signs in for one request. */
export async function enter(
  remote: Pick<Remote, "url">,
  login: Login | null,
): Promise<{ readonly kind: "entered"; readonly asking: Asking } | Exclude<Answer, { kind: "answered" }>> {
  if (login === null) return { kind: "entered", asking: { cookie: "" } };
  const { answer, cookies } = await askServer({ ...remote, token: null }, "/api/auth/sign-in", login);
  if (answer.kind !== "answered") return answer;
  const cookie = cookies.map((text) => text.split(";")[0]).join("; ");
  return { kind: "entered", asking: { cookie, password: login.password } };
}
