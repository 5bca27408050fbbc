import { createRootRoute, createRouter } from "@tanstack/react-router";
import { readView } from "../session/index.ts";
import { Home } from "./Home.tsx";

const root = createRootRoute({ validateSearch: readView, component: Home, notFoundComponent: Home });

/** One route: what is on screen is in the address's search part, so any static server can serve it. */
export const router = createRouter({ routeTree: root, defaultPreload: false });
