import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addPerson, peopleQuery, type NewPerson, problemText } from "../api/index.ts";
import type { MadeLink } from "./madeLink.ts";
import styles from "./people.module.css";
import { RoleChoice } from "./RoleChoice.tsx";

const nobody: NewPerson = { name: "", email: "", roles: ["author"] };

/** Lists somebody; the answer is a link to send them. */
export function AddPerson({ tell }: { readonly tell: (made: MadeLink) => void }) {
  const [person, setPerson] = useState(nobody);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => addPerson(person),
    onSuccess: async (outcome) => {
      if (!outcome.ok) return;
      tell({ ...outcome.value.link, name: outcome.value.person.name });
      setPerson(nobody);
      await queries.invalidateQueries(peopleQuery);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
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
      <Button type="submit" loading={add.isPending}>
        List
      </Button>
      {add.data?.ok === false ? (
        <p role="alert" className={styles["problem"]}>
          {problemText(add.data.problem)}
        </p>
      ) : null}
    </form>
  );
}
