import { queryOptions } from "@tanstack/react-query";
import type {
  AuditVerification,
  Credential,
  NewPerson,
  OneTimeLink,
  Person,
  PersonChange,
  SignIn,
  Token,
  Unattributed,
} from "../../server/protocol/index.ts";
import type { Outcome } from "./problem.ts";
import { orThrow } from "./queries.ts";
import { jsonBody, requestJson } from "./request.ts";

const send = <T>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<Outcome<T>> =>
  requestJson<T>(path, jsonBody(method, body));

export const signIn = (given: SignIn) => send<object>("POST", "/api/auth/sign-in", given);
export const signOut = () => send<object>("POST", "/api/auth/sign-out", {});
export const choosePassword = (token: string, password: string) =>
  send<object>("POST", "/api/auth/password", { token, password });

/** Where the provider signs the person in; `again`: it asks for the credential anew, as signing something needs it. */
export const startAtProvider = (returnTo: string, again: boolean) =>
  send<{ readonly url: string }>("POST", "/api/auth/provider", { returnTo, again });

export const changePassword = (current: string, next: string, endTokens: boolean) =>
  send<object>("PUT", "/api/account/password", { current, next, endTokens });
export const makeToken = (name: string, days: number, credential: Credential) =>
  send<Token & { readonly secret: string }>("POST", "/api/account/tokens", { name, days, credential });
export const endToken = (id: string) => send<object>("DELETE", `/api/account/tokens/${encodeURIComponent(id)}`, {});

/** An admin says that the clock of the server is right, and that of the last entry was not. */
export const acceptClock = (credential: Credential) =>
  send<AuditVerification>("POST", "/api/audit/clock", { credential });

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: () => orThrow(requestJson<{ readonly tokens: readonly Token[] }>("/api/account/tokens")),
  retry: false,
});

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => orThrow(requestJson<{ readonly people: readonly Person[] }>("/api/people")),
  retry: false,
});

/** Texts of which nobody has said whose they are, by set. */
export const unattributedQuery = queryOptions({
  queryKey: ["people", "unattributed"],
  queryFn: () => orThrow(requestJson<Unattributed>("/api/attribution")),
  retry: false,
});
export const attribute = (set: string, people: readonly string[], credential: Credential) =>
  send<{ readonly files: number }>("POST", "/api/attribution", { set, people, credential });

const ofPerson = (id: string) => `/api/people/${encodeURIComponent(id)}`;
export const addPerson = (person: NewPerson, credential: Credential) =>
  send<{ readonly person: Person; readonly link: OneTimeLink }>("POST", "/api/people", { ...person, credential });
export const changePerson = (id: string, change: PersonChange, credential: Credential) =>
  send<Person>("PUT", ofPerson(id), { ...change, credential });
export const makeLink = (id: string, credential: Credential) =>
  send<OneTimeLink>("POST", `${ofPerson(id)}/link`, { credential });
