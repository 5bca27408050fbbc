export { DraftsPage } from "./DraftsPage.tsx";
