import "@mantine/core/styles/Chip.css";
import "@mantine/core/styles/Switch.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ForRole, useActor } from "../access/index.ts";
import { peopleQuery } from "../api/index.ts";
import { Page, Table } from "../theme/index.ts";
import { AddPerson } from "./AddPerson.tsx";
import { LinkNotice } from "./LinkNotice.tsx";
import type { MadeLink } from "./madeLink.ts";
import styles from "./people.module.css";
import { PersonRow } from "./PersonRow.tsx";
import { TextsOfNobody } from "./TextsOfNobody.tsx";

/** Who may enter, and as what. */
export function PeoplePage() {
  const { local } = useActor();
  return (
    <Page title="People" lead="Who may enter, and what each may do. Nobody approves what they wrote themselves.">
      {local ? (
        <p>
          This server is for one person at this machine, who needs no account. With <code>precept serve --team</code> it
          has accounts.
        </p>
      ) : (
        <ForRole roles={["admin"]} doing="Listing people">
          <People />
        </ForRole>
      )}
    </Page>
  );
}

function People() {
  const people = useQuery(peopleQuery).data?.people ?? [];
  const [made, setMade] = useState<MadeLink | null>(null);
  return (
    <>
      <AddPerson tell={setMade} />
      {made === null ? null : <LinkNotice made={made} />}
      <TextsOfNobody people={people} />
      <Table className={styles["people"]} heads={["Name", "Roles", "May enter", "Password"]}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} tell={setMade} />
        ))}
      </Table>
    </>
  );
}
