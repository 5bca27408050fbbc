import type { Diagnostic, Fix } from "../../../dsl/index.ts";
import styles from "./teaching.module.css";

export interface PanelActions {
  readonly apply: (fix: Fix) => void;
  readonly explain: () => void;
  /** `null`: no case shows it. */
  readonly showCase: (() => void) | null;
}

/** One sentence, the hint, the fixes as links, and the explanation one click away. Plain DOM: Monaco owns its place. */
export function drawPanel(element: HTMLElement, diagnostic: Diagnostic, actions: PanelActions): void {
  const panel = document.createElement("div");
  panel.className = styles["panel"] ?? "";
  panel.dataset["severity"] = diagnostic.severity;
  panel.setAttribute("role", "note");
  panel.setAttribute("aria-label", "About this line");
  const message = paragraph(styles["message"], withQuotes(diagnostic.message));
  const links = [
    ...(actions.showCase === null ? [] : [link("Show me the case", actions.showCase, styles["fix"])]),
    ...diagnostic.fixes.map((fix) => link(fix.title, () => actions.apply(fix), styles["fix"])),
    link(`Explain ${diagnostic.code}`, actions.explain, styles["explain"]),
  ];
  const hint = diagnostic.hint === undefined ? [] : [...withQuotes(diagnostic.hint), " "];
  panel.append(message, paragraph(styles["hint"], [...hint, together(links)]));
  element.replaceChildren(panel);
}

/** The links with dots between them, on one line as long as they fit there. */
function together(links: readonly Node[]): Node {
  const element = document.createElement("span");
  element.className = styles["together"] ?? "";
  element.append(...links.flatMap((node, index) => (index === 0 ? [node] : [dot(), node])));
  return element;
}

function dot(): Node {
  const element = document.createElement("span");
  element.className = styles["dot"] ?? "";
  element.ariaHidden = "true";
  element.textContent = "·";
  return element;
}

function paragraph(className: string | undefined, parts: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement("p");
  element.className = className ?? "";
  element.append(...parts);
  return element;
}

/** The reader's own words, in backticks in the sentence, in the type of the text. */
function withQuotes(text: string): (Node | string)[] {
  return text.split("`").map((part, index) => {
    if (index % 2 === 0) return part;
    const quote = document.createElement("q");
    quote.textContent = part;
    return quote;
  });
}

function link(words: string, act: () => void, className: string | undefined): Node {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className ?? "";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}
