import type { CaseList } from "../../engine/values/index.ts";
import { withKeys } from "../theme/index.ts";
import type { CaseView, ListView } from "../worker/index.ts";
import { Disclosure, Lines, Missing, useOpening } from "./Disclosure.tsx";
import styles from "./facts.module.css";
import { ListEditor } from "./ListEditor.tsx";
import { entryText } from "../words/index.ts";

/** One repeated fact: how many entries the record has and what each says; opened, the form. */
export function ListEntry({ list, open }: { readonly list: ListView; readonly open: CaseView }) {
  const opening = useOpening(list.reducedTo);
  return (
    <Disclosure
      opening={opening}
      name={list.name}
      state={<State stated={list.stated} />}
      stillMatters={list.stillMatters}
      lines={<Lines lines={withKeys(list.stated?.entries.map(entryText) ?? [], (line) => line)} />}
    >
      <ListEditor key={open.path} list={list} open={open} close={opening.close} />
    </Disclosure>
  );
}

function State({ stated }: { readonly stated: CaseList | null }) {
  if (stated === null) return <Missing>never asked</Missing>;
  const { length } = stated.entries;
  if (stated.complete) return <span className={styles["value"]}>{length === 0 ? "none" : `${length}, complete`}</span>;
  return <Missing>{length === 0 ? "not said how many" : `${length}, perhaps more`}</Missing>;
}
