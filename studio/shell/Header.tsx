import type { Release } from "../api/index.ts";
import { WhoAmI } from "../access/index.ts";
import { SendToReview } from "../reviews/send/index.ts";
import { useAnalysis, useStudio, useView } from "../session/index.ts";
import { ColourSwitch } from "./ColourSwitch.tsx";
import { HelpButton } from "./HelpButton.tsx";
import styles from "./header.module.css";
import { PagesMenu } from "./PagesMenu.tsx";
import { SaveState } from "./SaveState.tsx";
import { SearchButton } from "./SearchButton.tsx";
import { SetSwitch } from "./SetSwitch.tsx";

/** Where one is, what is saved, and what may be done with the whole set. */
export function Header(props: { readonly releases: readonly Release[]; readonly openPalette: () => void }) {
  return (
    <header className={styles["header"]}>
      <PagesMenu />
      <Breadcrumb latest={props.releases[0]?.version ?? null} />
      <SearchButton onClick={props.openPalette} />
      <SaveState />
      <HelpButton />
      <ColourSwitch />
      <SendToReview />
      <WhoAmI />
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
