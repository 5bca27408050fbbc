import type { YAMLError } from "yaml";
import type { Diagnostic, Span } from "../../../dsl/index.ts";
import { problem } from "./problem.ts";

type YamlCode = YAMLError["code"];

interface Words {
  readonly says: string;
  readonly hint: string;
}

const quoteIt = 'Put the text in double quotes: "like: this".';
const lineUp =
  "Lines that belong together begin in the same column; what belongs to a line above stands two spaces further in.";

/** What the YAML reader's codes mean, in the words of someone who never heard of YAML's grammar. */
const words: Partial<Record<YamlCode, Words>> = {
  BAD_INDENT: { says: "This line begins in a column that fits nothing above it.", hint: lineUp },
  TAB_AS_INDENT: { says: "This line is indented with a tab.", hint: "Indent with spaces." },
  BLOCK_AS_IMPLICIT_KEY: { says: "A second `:` on this line makes it unclear where the value begins.", hint: quoteIt },
  BLOCK_IN_FLOW: {
    says: "A list or a map on lines of its own cannot stand inside brackets.",
    hint: "Close the bracket first.",
  },
  BAD_DQ_ESCAPE: {
    says: "A backslash in double quotes begins an escape that does not exist.",
    hint: "Write \\\\ for a backslash.",
  },
  BAD_SCALAR_START: { says: "A text cannot begin with this character unless it is in quotes.", hint: quoteIt },
  KEY_OVER_1024_CHARS: {
    says: "This name is longer than 1,024 characters.",
    hint: "Is a `:` or a quote missing above?",
  },
  MULTILINE_IMPLICIT_KEY: {
    says: "This line has no `:` of its own, so it reads as a name that runs over lines.",
    hint: "Write `name: value`, or close the quote above.",
  },
  MISSING_CHAR: {
    says: "Something is missing here: a closing quote or bracket, or a `:`.",
    hint: "Look at the text just before this place.",
  },
  UNEXPECTED_TOKEN: { says: "This text does not fit here.", hint: quoteIt },
  RESOURCE_EXHAUSTION: { says: "This file refers to itself over and over.", hint: "Write out what it refers to." },
};

const unclosed: Words = {
  says: "A bracket that was opened above is not closed before this line.",
  hint: "Close it with `}` or `]`.",
};

const otherwise: Words = { says: "This is not YAML that a case file can use.", hint: lineUp };

/** Anchors, aliases, tags and directives have one diagnostic, E0605; the rest of what YAML refuses is E0601. */
const shortcuts: ReadonlySet<YamlCode> = new Set<YamlCode>([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_DIRECTIVE",
  "BAD_PROP_ORDER",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
]);

/** What the YAML reader complains of, as a diagnostic of ours. */
export function complaint(file: string, text: string, error: YAMLError): Diagnostic {
  const span = visible(text, clamp(error.pos, text.length));
  if (shortcuts.has(error.code)) return shortcut(file, span);
  const { says, hint } = error.message.startsWith("Flow") ? unclosed : (words[error.code] ?? otherwise);
  return problem(file, "E0601", span, says, { hint });
}

/** The refusal of everything in YAML that makes a file mean something other than what it shows. */
export function shortcut(file: string, span: Span): Diagnostic {
  return problem(
    file,
    "E0605",
    span,
    "Anchors (`&`), references (`*`), tags (`!`) and directives (`%`) are not used here.",
    {
      hint: "Write the text out in each place. A text that begins with one of these signs belongs in quotes.",
    },
  );
}

function clamp([from, to]: readonly [number, number], length: number): Span {
  const start = Math.min(Math.max(0, from), length);
  return { start, end: Math.min(Math.max(start, to), length) };
}

/** The rest of the line where YAML names only a character. */
function visible(text: string, span: Span): Span {
  if (span.end - span.start > 1) return span;
  const rest = text.slice(span.start).split(/\r?\n/, 1)[0]?.trimEnd().length ?? 0;
  return { start: span.start, end: Math.max(span.end, span.start + rest) };
}
