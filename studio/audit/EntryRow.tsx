import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type AuditEntry, setsQuery } from "../api/index.ts";
import { Moment, sentenceCase } from "../theme/index.ts";
import styles from "./audit.module.css";
import { deedOf, doerOf, type Names } from "./deeds.ts";

interface EntryRowProps {
  readonly entry: AuditEntry;
  readonly names: Names;
}

export function EntryRow({ entry, names }: EntryRowProps) {
  return (
    <tr>
      <td>
        <Moment at={entry.at} />
      </td>
      <td>{doerOf(entry, names)}</td>
      <td>
        <What entry={entry} names={names} />
      </td>
      <td>
        <SetOf detail={entry.detail} />
      </td>
    </tr>
  );
}

function What({ entry, names }: EntryRowProps) {
  const { words, change, releases } = deedOf(entry, names);
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

function SetOf({ detail }: Pick<AuditEntry, "detail">) {
  const sets = useQuery(setsQuery).data?.sets ?? [];
  const { set } = detail;
  if (typeof set !== "string") return null;
  return sets.find(({ name }) => name === set)?.title ?? set;
}
