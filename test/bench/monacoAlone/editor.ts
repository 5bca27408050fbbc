import { monaco } from "../../../studio/editor/monaco/monaco.ts";

// Monaco with the studio's features and none of its language, panes or worker: what a keystroke costs without us.
const host = document.getElementById("editor");
const text = await (await fetch("/guideline.txt")).text();
if (host !== null)
  monaco.editor.create(host, { value: text, language: "plaintext", minimap: { enabled: false } }).focus();
