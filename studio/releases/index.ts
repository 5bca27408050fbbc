export { PublishButton } from "./PublishButton.tsx";
export { ReleaseList } from "./ReleaseList.tsx";
