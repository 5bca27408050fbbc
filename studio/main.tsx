// First of all: importing the worker's folder starts it.
import "./worker/index.ts";
import "./theme/mantine.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/print.css";
import { createRoot } from "react-dom/client";
import { App } from "./shell/index.ts";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
