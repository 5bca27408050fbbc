export { MonacoEditor } from "./MonacoEditor.tsx";
