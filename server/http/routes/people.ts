import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { addPerson, changePerson, listPeople, makeLink, type OneTimeLink, type Person } from "../../access/index.ts";
import {
  addedPersonSchema,
  administrationSchema,
  oneTimeLinkSchema,
  peopleSchema,
  personChangeRequestSchema,
  personRequestSchema,
} from "../../protocol/index.ts";
import { credentialBarrier } from "../credentialBarrier.ts";
import { problem } from "../problems.ts";
import type { Workspace } from "../workspace.ts";
import { body, json, refused } from "./describe.ts";
import { NO_ACCOUNTS } from "./signIn.ts";

const params = z.object({ id: z.string() });

const list = createRoute({
  method: "get",
  path: "/api/people",
  summary: "Everybody who is listed",
  responses: { 200: json("The people", peopleSchema), default: refused },
});

const add = createRoute({
  method: "post",
  path: "/api/people",
  summary: "Lists somebody, who may then enter",
  request: { body: body(personRequestSchema) },
  responses: { 201: json("Listed, and a link to set a password", addedPersonSchema), default: refused },
});

const change = createRoute({
  method: "put",
  path: "/api/people/{id}",
  summary: "Changes somebody's roles, or whether they may enter",
  request: { params, body: body(personChangeRequestSchema) },
  responses: { 200: json("As it is now", peopleSchema.shape.people.element), default: refused },
});

const link = createRoute({
  method: "post",
  path: "/api/people/{id}/link",
  summary: "A new one-time link for somebody to set a password; links from before end",
  request: { params, body: body(administrationSchema) },
  responses: { 201: json("The link", oneTimeLinkSchema), default: refused },
});

/** What is changed here makes, unmakes or opens accounts: each time, the admin shows again who they are. */
export function peopleRoutes(app: OpenAPIHono, { access }: Workspace): void {
  const { team } = access;
  app.openapi(list, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    return c.json({ people: (await listPeople(team.database)).map(asPerson) }, 200);
  });
  app.openapi(add, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const actor = c.get("actor");
    const { credential, ...person } = c.req.valid("json");
    const barrier = await credentialBarrier(c, access, credential);
    if (barrier !== null) return barrier;
    const added = await addPerson(team.database, actor, person, team.clock());
    if (!added.ok) return problem(c, added.status, added.detail);
    const made = await makeLink(team, actor, added.value.id);
    if (!made.ok) return problem(c, made.status, made.detail);
    return c.json({ person: asPerson(added.value), link: asLink(made.value) }, 201);
  });
  app.openapi(change, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const { id } = c.req.valid("param");
    const { credential, ...to } = c.req.valid("json");
    const barrier = await credentialBarrier(c, access, credential);
    if (barrier !== null) return barrier;
    const changed = await changePerson(team.database, c.get("actor"), id, to, team.clock());
    return changed.ok ? c.json(asPerson(changed.value), 200) : problem(c, changed.status, changed.detail);
  });
  app.openapi(link, async (c) => {
    if (team === null) return problem(c, 404, NO_ACCOUNTS);
    const barrier = await credentialBarrier(c, access, c.req.valid("json").credential);
    if (barrier !== null) return barrier;
    const made = await makeLink(team, c.get("actor"), c.req.valid("param").id);
    return made.ok ? c.json(asLink(made.value), 201) : problem(c, made.status, made.detail);
  });
}

function asPerson({ roles, createdAt, ...person }: Person) {
  return { ...person, roles: [...roles], createdAt: createdAt.toISOString() };
}

const asLink = ({ url, expiresAt }: OneTimeLink) => ({ url, expiresAt: expiresAt.toISOString() });
