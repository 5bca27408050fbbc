import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addPerson, peopleQuery, type NewPerson } from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";
import type { MadeLink } from "./madeLink.ts";
import styles from "./people.module.css";
import { RoleChoice } from "./RoleChoice.tsx";

const nobody: NewPerson = { name: "", email: "", roles: ["author"] };

/** Lists somebody, with the password again; the answer is a link to send them. */
export function AddPerson({ tell }: { readonly tell: (made: MadeLink) => void }) {
  const [person, setPerson] = useState(nobody);
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <>
      <form className={styles["add"]} onSubmit={submit} aria-label="List somebody">
        <TextInput
          label="Name"
          description="As it is printed beside signatures"
          required
          maxLength={100}
          value={person.name}
          onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
        />
        <TextInput
          label="Email"
          description="With which they sign in"
          type="email"
          required
          maxLength={254}
          value={person.email}
          onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
        />
        <div className={styles["roles"]}>
          <span aria-hidden="true">Roles</span>
          <RoleChoice label="Roles" roles={person.roles} choose={(roles) => setPerson({ ...person, roles })} />
        </div>
        <Button type="submit">List</Button>
      </form>
      {asking ? (
        <SigningDialog
          title={`List ${person.name}`}
          meaning={`${person.name} may enter, as ${person.roles.join(", ")}`}
          action="Sign and list"
          sign={({ credential }) => addPerson(person, credential)}
          done={(added) => {
            tell({ ...added.link, name: added.person.name });
            setPerson(nobody);
            void queries.invalidateQueries(peopleQuery);
          }}
          close={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
