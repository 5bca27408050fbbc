import { Button } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { Release } from "../api/index.ts";
import { PublishButton } from "../releases/index.ts";
import { useAnalysis, useStudio, useView } from "../session/index.ts";
import { ColourSwitch } from "./ColourSwitch.tsx";
import { HelpButton } from "./HelpButton.tsx";
import styles from "./header.module.css";
import { SaveState } from "./SaveState.tsx";
import { SetSwitch } from "./SetSwitch.tsx";

/** Where one is, what is saved, and what may be done with the whole set. */
export function Header(props: { readonly releases: readonly Release[]; readonly openPalette: () => void }) {
  return (
    <header className={styles["header"]}>
      <p className={styles["brand"]}>Precept</p>
      <Breadcrumb latest={props.releases[0]?.version ?? null} />
      <Button
        className={styles["search"] ?? ""}
        variant="default"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<kbd className={styles["key"]}>Ctrl K</kbd>}
        title="Search or do anything (Ctrl+K)"
        onClick={props.openPalette}
      >
        Search or do anything
      </Button>
      <SaveState />
      <HelpButton />
      <ColourSwitch />
      <PublishButton />
    </header>
  );
}

function Breadcrumb({ latest }: { readonly latest: string | null }) {
  const { title } = useStudio();
  const view = useView();
  const opened = useAnalysis((analysis) => {
    const all = [...(analysis?.guidelines ?? []), ...(analysis?.cases ?? [])];
    return all.find(({ path }) => path === view.file)?.title;
  });
  const name = opened === undefined || opened === "" ? view.file : opened;
  return (
    <nav className={styles["breadcrumb"]} aria-label="Where you are">
      <SetSwitch title={title} />
      {name === undefined ? null : (
        <>
          <span aria-hidden="true">/</span>
          <h1>{name}</h1>
        </>
      )}
      <span className={styles["draft"]}>{latest === null ? "not released yet" : `draft after ${latest}`}</span>
    </nav>
  );
}
