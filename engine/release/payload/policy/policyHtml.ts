import type { Fact, Guideline, Service } from "../../../../dsl/index.ts";
import { describeType } from "../../../../dsl/index.ts";
import { htmlText } from "../../../words/index.ts";
import { filesDigest, manifestFile } from "../../manifest.ts";
import { ownDays } from "../ownDays.ts";
import type { PayloadSet } from "../source.ts";
import { said, type PolicyPart } from "./said.ts";
import { policyStyle } from "./style.ts";

/** `policy.html`: the set as a document for people, on screen and on paper. It loads nothing and runs nothing. */
export function policyHtml(payload: PayloadSet): string {
  const { about, set } = payload;
  const guidelines = set.guidelines.map(({ guideline }) => guideline);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(`${about.title}, ${about.version}`)}</title>
<style>${policyStyle}</style>
</head>
<body>
<main>
${head(payload)}
${guidelines.length > 1 ? contents(guidelines) : ""}
${guidelines.map(section).join("\n")}
<footer>
<p>This document says what release ${htmlText(about.version)} of the guideline set <strong>${htmlText(about.set)}</strong> decides. It is made from the
same text that is evaluated; where the two could differ, the text in the release counts. A criterion is met, not met or not
documented: what is not documented is never taken as a no.</p>
</footer>
</main>
</body>
</html>
`;
}

function head({ about, set, files }: PayloadSet): string {
  const encoder = new TextEncoder();
  const texts = filesDigest(files.map(({ path, text }) => manifestFile(path, encoder.encode(text))));
  const rows: readonly (readonly [string, string, string?])[] = [
    ["Version", about.version],
    ...(set.publisher === null ? [] : [["Publisher", set.publisher] as const]),
    ...(about.previous === null ? [] : [["Follows", about.previous.version] as const]),
    ["Guideline set", about.set],
    ["Decides", "on the days of service that its attestation names"],
    ["Texts", texts, "digest"],
    ["Meaning", about.meaning, "digest"],
  ];
  return `<header>
<p class="kind">Policy document</p>
<h1 dir="auto">${htmlText(about.title)}</h1>
${set.description === "" ? "" : `<p dir="auto">${htmlText(set.description)}</p>`}
<dl>
${rows.map(([label, text, kind]) => `<div><dt>${label}</dt><dd${kind === undefined ? "" : ` class="${kind}"`} dir="auto">${htmlText(text)}</dd></div>`).join("\n")}
</dl>
${matching}
</header>`;
}

/** How one who holds this on paper finds the release it is of. */
const matching = `<p class="source">This document is of the release of which <code>precept verify</code> prints the same <code>texts</code> and
<code>meaning</code>; it prints the days on which the release decides, too. The attestation, which is signed, has these digests as <code>files</code>
and <code>meaning</code>. The digest <code>content</code> is of all that the release holds, this document included, so that it cannot stand in here.</p>`;

function contents(guidelines: readonly Guideline[]): string {
  const items = guidelines.map(({ title }, at) => `<li><a href="#g${at}" dir="auto">${htmlText(title)}</a></li>`);
  return `<nav aria-label="Guidelines">\n<p class="kind">Guidelines</p>\n<ol>\n${items.join("\n")}\n</ol>\n</nav>`;
}

function section(guideline: Guideline, at: number): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Order of authority", said(guideline, "authority")],
    ["Services", guideline.services.map(service)],
    ["Recommendations", said(guideline, "recommendations")],
    ["What its words mean", all(guideline, ["definitions", "calculations", "subsets"])],
    ["Scores, tables and schedules", said(guideline, "tables")],
    ["Facts, and what counts as evidence", facts(guideline.facts)],
    ["Lists of the record", said(guideline, "lists")],
    ["Codes", said(guideline, "codeLists")],
    ["Taken for granted", said(guideline, "assumptions")],
  ];
  const written = parts.filter(([, blocks]) => blocks.length > 0);
  return `<section id="g${at}">
<h2 dir="auto">${htmlText(guideline.title)}</h2>
${about(guideline)}
${written.map(([heading, blocks]) => `<h3>${heading}</h3>\n${blocks.join("\n")}`).join("\n")}
</section>`;
}

const all = (guideline: Guideline, parts: readonly PolicyPart[]): readonly string[] =>
  parts.flatMap((part) => said(guideline, part));

function about(guideline: Guideline): string {
  const { source, adoptedBy, scope } = guideline;
  const lines = [
    ...(source === null ? [] : [[source.title, source.locator ?? []].flat().join(", ")]),
    ...(adoptedBy.length === 0 ? [] : [`Adopted by ${adoptedBy.join(", ")}`]),
    ...[ownDays(guideline) ?? []].flat(),
    ...(scope === null ? [] : [`Applies when ${scope.text}`]),
  ];
  return lines.map((text) => `<p class="source" dir="auto">${htmlText(text)}</p>`).join("\n");
}

function service({ name, items }: Service): string {
  const rows = items.map((item) => {
    const codes = item.codes.map(({ system, code }) => `${system} ${code}`).join(", ");
    return `<li dir="auto">${htmlText(item.name)} <span class="code">${htmlText(codes)}</span></li>`;
  });
  return `<h4 dir="auto">${htmlText(name)}</h4>\n<ul class="items">\n${rows.join("\n")}\n</ul>`;
}

function facts(of: readonly Fact[]): readonly string[] {
  if (of.length === 0) return [];
  const rows = of.map(({ name, type, orNone, wording, citation, needs, notes }) => {
    const asked = [wording === null ? "" : `“${wording}”`, citation ?? "", ...notes].filter((text) => text !== "");
    const quotes = asked.map((text) => `<span class="wording" dir="auto">${htmlText(text)}</span>`).join("");
    const evidence = needs.length === 0 ? "whatever the record says" : needs.map(({ text }) => text).join("; ");
    const values = `${describeType(type)}${orNone ? ", or none" : ""}`;
    return `<tr><td dir="auto">${htmlText(name)}${quotes}</td><td dir="auto">${htmlText(values)}</td><td dir="auto">${htmlText(evidence)}</td></tr>`;
  });
  const headings = "<thead><tr><th>Fact</th><th>What may be said of it</th><th>What it needs</th></tr></thead>";
  return [`<table>${headings}<tbody>\n${rows.join("\n")}\n</tbody></table>`];
}
