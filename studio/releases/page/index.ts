export { ReleasesPage } from "./ReleasesPage.tsx";
export { SetsPage } from "./SetsPage.tsx";
