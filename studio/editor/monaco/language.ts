import { monaco } from "./monaco.ts";

export const guidelineLanguage = "precept-guideline";

/** The language Monaco shows a file in. */
export function languageOf(path: string): string {
  if (path.endsWith(".guideline")) return guidelineLanguage;
  return /\.ya?ml$/.test(path) ? "yaml" : "plaintext";
}

/** What may begin a line below a declaration. */
const clauses: readonly string[] = [
  "source|adopted by|effective|applies when|changed because|taken away because|changes|rests on|use",
  "needs|reviewer attests|counted once per|asked for|as|waived if|but not if|when|requires|limited to",
  "note|such as|read as|evidence for|expect|filled in by engine because",
];

/** What says how a recommendation speaks of its service. */
const relations: readonly string[] = [
  "excluded if|only if|red flag if|if|limited to|otherwise not addressed|is (?:not )?covered",
];

/**
 * Colours by shape, at once, while the words' roles are still being worked out; `highlighting.ts` then colours by meaning.
 * Both use the same token names.
 */
const byShape: monaco.languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/^\s*#.*$/, "comment"],
      [/^(fact|scale|codes|table|define)(\s+)([^:"]+)(:)/, ["keyword", "", "declaration", ""]],
      [/^(define|service|score|schedule)(\s+)(.*)$/, ["keyword", "", "declaration"]],
      [/^(guideline|example|authority|always|never)\b/, "keyword"],
      [/^(accept)(\s+)(.*?)(\s+)(where)\b/, ["keyword", "", "", "", "keyword"]],
      [/^(\s+)(cite)(\s+)(.*)$/, ["", "keyword", "", "citation"]],
      [new RegExp(`^(\\s+)(${clauses.join("|")})\\b`), ["", "keyword"]],
      [/^(\s+)(.*)( that applies| applies)$/, ["", "keyword", "keyword"]],
      [new RegExp(`^([^\\s"#][^"]*?)(\\s+)(${relations.join("|")})\\b`), ["declaration", "", "keyword"]],
      [/^(\s+- )(\S.*?)(\s+)(if|otherwise)\b/, ["", "number", "", "keyword"]],
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
        beforeText: /^(fact|define|service|guideline|example|score|table|schedule|authority)\b.*$/,
        action: { indentAction: monaco.languages.IndentAction.Indent },
      },
    ],
  });
}
