import { Button, Switch } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  changePerson,
  type Credential,
  makeLink,
  type Outcome,
  peopleQuery,
  type Person,
  type PersonChange,
} from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";
import type { MadeLink } from "./madeLink.ts";
import styles from "./people.module.css";
import { RoleChoice } from "./RoleChoice.tsx";

interface PersonRowProps {
  readonly person: Person;
  readonly tell: (made: MadeLink) => void;
}

/** What an admin is about to do to a person. */
interface Wish {
  readonly title: string;
  readonly meaning: string;
  readonly action: string;
  readonly sign: (credential: Credential) => Promise<Outcome<unknown>>;
}

/** One person: each change is made once the admin has shown again who they are. */
export function PersonRow({ person, tell }: PersonRowProps) {
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  return (
    <tr data-inactive={person.active ? undefined : true}>
      <th scope="row">
        {person.name}
        <span className={styles["soft"]}>{person.email}</span>
        {wish === null ? null : (
          <SigningDialog
            {...wish}
            sign={({ credential }) => wish.sign(credential)}
            done={() => void queries.invalidateQueries(peopleQuery)}
            close={() => setWish(null)}
          />
        )}
      </th>
      <td>
        <RoleChoice
          label={`Roles of ${person.name}`}
          roles={person.roles}
          disabled={!person.active}
          choose={(roles) => setWish(rolesWish(person, roles))}
        />
      </td>
      <td>
        <Switch
          aria-label={`${person.name} may enter`}
          checked={person.active}
          onChange={(event) => setWish(entryWish(person, event.currentTarget.checked))}
        />
      </td>
      <td>
        {person.active ? (
          <Button size="compact-sm" variant="default" onClick={() => setWish(linkWish(person, tell))}>
            New link<span className={styles["hidden"]}> for {person.name}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

const changed =
  ({ id }: Person, to: PersonChange) =>
  (credential: Credential) =>
    changePerson(id, to, credential);

function rolesWish(person: Person, roles: Person["roles"]): Wish {
  const meaning = `${person.name} is ${roles.join(", ") || "nothing"} from now on`;
  return { title: `Roles of ${person.name}`, meaning, action: "Sign and change", sign: changed(person, { roles }) };
}

function entryWish(person: Person, active: boolean): Wish {
  const title = active ? `Let ${person.name} enter` : `Keep ${person.name} out`;
  const meaning = active
    ? `${person.name} may enter again`
    : `${person.name} may not enter any more; sessions and tokens end now`;
  return { title, meaning, action: "Sign and change", sign: changed(person, { active }) };
}

function linkWish({ id, name }: Person, tell: (made: MadeLink) => void): Wish {
  return {
    title: `A new link for ${name}`,
    meaning: `Whoever has the link sets the password of ${name}, who is told that it was yours`,
    action: "Sign and make the link",
    sign: async (credential) => {
      const outcome = await makeLink(id, credential);
      if (outcome.ok) tell({ ...outcome.value, name });
      return outcome;
    },
  };
}
