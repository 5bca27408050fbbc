export { type Signed, SigningDialog } from "./SigningDialog.tsx";
