import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ColourSwitch } from "./ColourSwitch.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import { usePageCommands } from "./pageCommands.ts";
import styles from "./pages.module.css";
import { places } from "./places.ts";
import { SearchButton } from "./SearchButton.tsx";
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
      </header>
      <Main>{children}</Main>
      <CommandPalette opened={palette} close={() => setPalette(false)} useCommands={usePageCommands} />
    </div>
  );
}

function PageLinks() {
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
  const { pathname } = useLocation();
  useEffect(() => main.current?.focus({ preventScroll: true }), [pathname]);
  return (
    <main ref={main} tabIndex={-1} className={styles["main"]}>
      {children}
    </main>
  );
}
