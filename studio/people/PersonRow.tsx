import { Button, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  changePerson,
  makeLink,
  type Outcome,
  peopleQuery,
  type Person,
  type PersonChange,
  problemText,
} from "../api/index.ts";
import type { MadeLink } from "./madeLink.ts";
import styles from "./people.module.css";
import { RoleChoice } from "./RoleChoice.tsx";

interface PersonRowProps {
  readonly person: Person;
  readonly tell: (made: MadeLink) => void;
}

/** One person: each change is made at once, or told why not. */
export function PersonRow({ person, tell }: PersonRowProps) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (to: PersonChange) => changePerson(person.id, to),
    onSuccess: () => queries.invalidateQueries(peopleQuery),
  });
  const link = useMutation({
    mutationFn: () => makeLink(person.id),
    onSuccess: (outcome) => outcome.ok && tell({ ...outcome.value, name: person.name }),
  });
  const problem = problemOf(change.data) ?? problemOf(link.data);
  return (
    <tr data-inactive={person.active ? undefined : true}>
      <th scope="row">
        {person.name}
        <span className={styles["soft"]}>{person.email}</span>
        {problem === null ? null : (
          <span role="alert" className={styles["problem"]}>
            {problem}
          </span>
        )}
      </th>
      <td>
        <RoleChoice
          label={`Roles of ${person.name}`}
          roles={person.roles}
          disabled={!person.active}
          choose={(roles) => change.mutate({ roles })}
        />
      </td>
      <td>
        <Switch
          aria-label={`${person.name} may enter`}
          checked={person.active}
          onChange={(event) => change.mutate({ active: event.currentTarget.checked })}
        />
      </td>
      <td>
        {person.active ? (
          <Button size="compact-sm" variant="default" onClick={() => link.mutate()} loading={link.isPending}>
            New link<span className={styles["hidden"]}> for {person.name}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function problemOf(outcome: Outcome<unknown> | undefined): string | null {
  return outcome === undefined || outcome.ok ? null : problemText(outcome.problem);
}
