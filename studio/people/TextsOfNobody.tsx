import { Button, Chip } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { attribute, peopleQuery, type Person, type Unattributed, unattributedQuery } from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";
import styles from "./people.module.css";

type OfSet = Unattributed["sets"][number];

/** Texts that came from a folder, or from before there were accounts: reviewed once an admin has said whose they are. */
export function TextsOfNobody({ people }: { readonly people: readonly Person[] }) {
  const sets = useQuery(unattributedQuery).data?.sets ?? [];
  if (sets.length === 0) return null;
  return (
    <section className={styles["nobodys"]} aria-labelledby="nobodys-heading">
      <h2 id="nobodys-heading">Texts of which nobody has said whose they are</h2>
      <p className={styles["soft"]}>
        They came from a folder, or from before there were accounts. Nobody approves what they wrote themselves, so they
        are reviewed once it is known who did. Name everybody who wrote any of it; neither they nor you may then approve
        it.
      </p>
      <ul>
        {sets.map((each) => (
          <OneSet key={each.set} of={each} people={people} />
        ))}
      </ul>
    </section>
  );
}

function OneSet({ of: { set, paths }, people }: { readonly of: OfSet; readonly people: readonly Person[] }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const names = people.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const files = paths.length === 1 ? "1 file" : `${paths.length} files`;
  return (
    <li>
      <strong>{set}</strong>
      <span className={styles["soft"]} title={paths.join("\n")}>
        {files}
      </span>
      <Chip.Group multiple value={chosen} onChange={setChosen}>
        <fieldset className={styles["choice"]} aria-label={`Who wrote ${set}`}>
          {people.map(({ id, name }) => (
            <Chip key={id} value={id} size="xs" variant="outline">
              {name}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
      <Button size="compact-sm" variant="default" disabled={names.length === 0} onClick={() => setAsking(true)}>
        Say so<span className={styles["hidden"]}> of {set}</span>
      </Button>
      {asking ? (
        <SigningDialog
          title={`Whose the texts of ${set} are`}
          meaning={`${files} of ${set} were written by ${names.join(", ")}, and by nobody else. It is never unsaid.`}
          action="Sign and say so"
          sign={({ credential }) => attribute(set, chosen, credential)}
          done={() => void queries.invalidateQueries(peopleQuery)}
          close={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}
