import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { readView } from "../session/index.ts";
import { Home } from "./Home.tsx";
import { Pages } from "./Pages.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: Home });

/** What is written on: the set, file and case are in the address's search part. Without a set, the list of drafts. */
const home = createRoute({ getParentRoute: () => root, path: "/", validateSearch: readView, component: Home });

const pages = createRoute({ getParentRoute: () => root, id: "pages", component: Pages });

const queue = createRoute({
  getParentRoute: () => pages,
  path: "/reviews",
  component: lazyRouteComponent(() => import("../reviews/queue/index.ts"), "QueuePage"),
});

const review = createRoute({
  getParentRoute: () => pages,
  path: "/reviews/$change",
  component: lazyRouteComponent(() => import("../reviews/page/index.ts"), "ReviewPage"),
});

const publish = createRoute({
  getParentRoute: () => pages,
  path: "/reviews/$change/publish",
  component: lazyRouteComponent(() => import("../publishing/index.ts"), "PublishPage"),
});

const releaseSets = createRoute({
  getParentRoute: () => pages,
  path: "/releases",
  component: lazyRouteComponent(() => import("../releases/page/index.ts"), "SetsPage"),
});

const releases = createRoute({
  getParentRoute: () => pages,
  path: "/releases/$set",
  component: lazyRouteComponent(() => import("../releases/page/index.ts"), "ReleasesPage"),
});

const due = createRoute({
  getParentRoute: () => pages,
  path: "/due",
  component: lazyRouteComponent(() => import("../due/index.ts"), "DuePage"),
});

const audit = createRoute({
  getParentRoute: () => pages,
  path: "/audit",
  component: lazyRouteComponent(() => import("../audit/index.ts"), "AuditPage"),
});

const people = createRoute({
  getParentRoute: () => pages,
  path: "/people",
  component: lazyRouteComponent(() => import("../people/index.ts"), "PeoplePage"),
});

const account = createRoute({
  getParentRoute: () => pages,
  path: "/account",
  component: lazyRouteComponent(() => import("../account/index.ts"), "AccountPage"),
});

const routeTree = root.addChildren([
  home,
  pages.addChildren([queue, review, publish, releaseSets, releases, due, audit, people, account]),
]);

/** Every address is the studio's page, so any static server that answers unknown addresses with it can serve it. */
export const router = createRouter({ routeTree, defaultPreload: false });
