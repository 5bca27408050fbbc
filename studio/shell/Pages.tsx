import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { WhoAmI } from "../access/index.ts";
import { ColourSwitch } from "./ColourSwitch.tsx";
import { CommandPalette, Palette } from "./CommandPalette.tsx";
import { usePageCommands } from "./pageCommands.ts";
import styles from "./pages.module.css";
import { SearchButton } from "./SearchButton.tsx";
import { usePlaces } from "./usePlaces.ts";
import { usePaletteKey } from "./shortcuts.ts";

/** The pages beside the authoring screen, under one header. */
export function Pages() {
  return (
    <PageFrame>
      <Outlet />
    </PageFrame>
  );
}

/** One page: the header with the way to the others, and what is on it. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const [palette, setPalette] = useState(false);
  const { pathname } = useLocation();
  usePaletteKey(() => setPalette(true));
  return (
    <div className={styles["frame"]}>
      <header className={styles["header"]}>
        <Link to="/" search={{}} className={styles["brand"]}>
          Precept
        </Link>
        <PageLinks />
        <SearchButton onClick={() => setPalette(true)} />
        <ColourSwitch />
        <WhoAmI />
      </header>
      <Main key={pathname}>{children}</Main>
      <CommandPalette opened={palette} close={() => setPalette(false)}>
        <PagePalette close={() => setPalette(false)} />
      </CommandPalette>
    </div>
  );
}

function PagePalette({ close }: { readonly close: () => void }) {
  return <Palette close={close} commands={usePageCommands()} />;
}

function PageLinks() {
  const places = usePlaces();
  return (
    <nav className={styles["links"]} aria-label="Pages">
      {places.map(({ to, words }) => (
        <Link key={to} to={to} search={{}} activeOptions={{ exact: to === "/", includeSearch: false }}>
          {words}
        </Link>
      ))}
    </nav>
  );
}

/** The keyboard goes where the eye does. */
function Main({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <main ref={main} tabIndex={-1} className={styles["main"]}>
      {children}
    </main>
  );
}
