export { ReleaseList } from "./ReleaseList.tsx";
