import { monaco } from "./monaco.ts";

export const guidelineLanguage = "precept-guideline";

/** The language Monaco shows a file in. */
export function languageOf(path: string): string {
  if (path.endsWith(".guideline")) return guidelineLanguage;
  return /\.ya?ml$/.test(path) ? "yaml" : "plaintext";
}

/**
 * Colours by shape, at once, while the words' roles are still being worked out; `highlighting.ts` then colours by meaning.
 * Both use the same token names.
 */
const byShape: monaco.languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/^\s*#.*$/, "comment"],
      [/^(fact|scale)(\s+)([^:"]+)(:)/, ["keyword", "", "declaration", ""]],
      [/^(define)(\s+)(.*)$/, ["keyword", "", "declaration"]],
      [/^(service)(\s+)(.*)$/, ["keyword", "", "declaration"]],
      [/^(guideline|example)\b/, "keyword"],
      [/^(\s+)(cite)(\s+)(.*)$/, ["", "keyword", "", "citation"]],
      [
        /^(\s+)(source|adopted by|effective from|applies when|needs|as|note|such as|read as|waived if|but not if|expect)\b/,
        ["", "keyword"],
      ],
      [/^([^\s"#][^"]*?)(\s+)((?:excluded |only )?if)\b/, ["declaration", "", "keyword"]],
      [/"[^"]*"?/, "wording"],
      [/\b(AND|OR|NOT)\b/, "keyword"],
      [/\b(any|all|none) of$/, "keyword"],
    ],
  },
};

let registered = false;

/** Makes our language known to Monaco, once a page. */
export function registerLanguage(): void {
  if (registered) return;
  registered = true;
  monaco.languages.register({ id: guidelineLanguage, extensions: [".guideline"] });
  monaco.languages.setMonarchTokensProvider(guidelineLanguage, byShape);
  monaco.languages.setLanguageConfiguration(guidelineLanguage, {
    comments: { lineComment: "#" },
    brackets: [["(", ")"]],
    autoClosingPairs: [
      { open: '"', close: '"', notIn: ["string", "comment"] },
      { open: "(", close: ")" },
    ],
    onEnterRules: [
      // A new line of an outline starts with its bullet.
      { beforeText: /^\s*- \S.*$/, action: { indentAction: monaco.languages.IndentAction.None, appendText: "- " } },
      {
        beforeText: /^(fact|define|service|guideline|example)\b.*$/,
        action: { indentAction: monaco.languages.IndentAction.Indent },
      },
    ],
  });
}
