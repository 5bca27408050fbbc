import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type AuditEntry, setsQuery } from "../api/index.ts";
import { Moment, sentenceCase } from "../theme/index.ts";
import styles from "./audit.module.css";
import { changeOf, deedOf, doerOf, type Known } from "./deeds.ts";

interface EntryRowProps {
  readonly entry: AuditEntry;
  readonly known: Known;
}

export function EntryRow({ entry, known }: EntryRowProps) {
  return (
    <tr>
      <td>
        <Moment at={entry.at} />
      </td>
      <td>{doerOf(entry, known)}</td>
      <td>
        <What entry={entry} known={known} />
      </td>
      <td>
        <SetOf entry={entry} known={known} />
      </td>
    </tr>
  );
}

function What({ entry, known }: EntryRowProps) {
  const { words, change, releases } = deedOf(entry, known);
  const said = sentenceCase(words);
  if (change !== null)
    return (
      <Link to="/reviews/$change" params={{ change }} className={styles["go"]}>
        {said}
      </Link>
    );
  if (releases === null) return said;
  return (
    <Link to="/releases/$set" params={{ set: releases }} search={{}} className={styles["go"]}>
      {said}
    </Link>
  );
}

function SetOf({ entry, known }: EntryRowProps) {
  const { sets = [], removed = [] } = useQuery(setsQuery).data ?? {};
  const set = entry.detail["set"] ?? known.changes.get(changeOf(entry) ?? "")?.set;
  if (typeof set !== "string") return null;
  return [...sets, ...removed].find(({ name }) => name === set)?.title ?? set;
}
