import { monaco } from "./monaco.ts";

interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly keyword: string;
  readonly wording: string;
  readonly panel: string;
  readonly background: string;
  readonly line: string;
  readonly selection: string;
  readonly hover: string;
  readonly notMet: string;
  readonly accent: string;
}

/** The same colours as `theme/tokens.css`; Monaco takes no variables. */
const light: Palette = {
  ink: "#1f2328",
  soft: "#5c6470",
  keyword: "#804c12",
  wording: "#43683f",
  panel: "#ffffff",
  background: "#fbfaf8",
  line: "#e6e3dd",
  selection: "#d5e3f2",
  hover: "#f3f1ec",
  notMet: "#a4262c",
  accent: "#1f4e79",
};

const dark: Palette = {
  ink: "#e7e9ec",
  soft: "#a3abb7",
  keyword: "#d9a766",
  wording: "#9fc295",
  panel: "#1a1e23",
  background: "#14171b",
  line: "#2b3037",
  selection: "#2b4560",
  hover: "#20252b",
  notMet: "#ff9a94",
  accent: "#8ab8e6",
};

let defined = false;

export function themeName(scheme: "light" | "dark"): string {
  return `precept-${scheme}`;
}

export function defineThemes(): void {
  if (defined) return;
  defined = true;
  monaco.editor.defineTheme(themeName("light"), theme("vs", light));
  monaco.editor.defineTheme(themeName("dark"), theme("vs-dark", dark));
}

function theme(base: "vs" | "vs-dark", of: Palette): monaco.editor.IStandaloneThemeData {
  return { base, inherit: true, rules: rules(of), colors: colors(of) };
}

/** The text is prose: names plain, bold where they are declared, everything else quieter than they are. */
function rules(of: Palette): monaco.editor.ITokenThemeRule[] {
  return [
    rule("", of.ink),
    rule("keyword", of.keyword),
    rule("declaration", of.ink, "bold"),
    rule("name", of.ink),
    rule("value", of.ink),
    rule("wording", of.wording),
    rule("citation", of.soft),
    rule("comment", of.soft, "italic"),
    rule("connective", of.keyword),
    rule("operator", of.ink),
    rule("number", of.ink),
    rule("unit", of.ink),
    rule("label", of.soft),
    rule("type.yaml", of.keyword),
    rule("string.yaml", of.wording),
    rule("number.yaml", of.ink),
    rule("keyword.yaml", of.ink),
    rule("comment.yaml", of.soft, "italic"),
    rule("operators.yaml", of.soft),
    rule("delimiter.bracket.yaml", of.soft),
  ];
}

function rule(token: string, foreground: string, fontStyle = ""): monaco.editor.ITokenThemeRule {
  return { token, foreground: foreground.slice(1), fontStyle };
}

function colors(of: Palette): Record<string, string> {
  return {
    "editor.background": of.panel,
    "editor.foreground": of.ink,
    "editorLineNumber.foreground": of.soft,
    "editorLineNumber.activeForeground": of.ink,
    "editorCursor.foreground": of.accent,
    "editor.selectionBackground": of.selection,
    "editor.lineHighlightBackground": of.hover,
    "editor.lineHighlightBorder": "#00000000",
    "editorError.foreground": of.notMet,
    "editorWarning.foreground": of.keyword,
    "editorInfo.foreground": of.accent,
    "editorWidget.background": of.panel,
    "editorWidget.border": of.line,
    "editorHoverWidget.background": of.panel,
    "editorHoverWidget.border": of.line,
    "editorSuggestWidget.background": of.panel,
    "editorSuggestWidget.border": of.line,
    "editorSuggestWidget.selectedBackground": of.selection,
    "editorSuggestWidget.selectedForeground": of.ink,
    "editorSuggestWidget.highlightForeground": of.accent,
    "editorSuggestWidget.focusHighlightForeground": of.accent,
    "editorOverviewRuler.border": "#00000000",
    "scrollbar.shadow": "#00000000",
    "editorIndentGuide.background1": "#00000000",
    "menu.background": of.panel,
    "menu.foreground": of.ink,
    "menu.selectionBackground": of.selection,
    "menu.selectionForeground": of.ink,
    focusBorder: of.accent,
  };
}
