/** How the policy looks on screen and on paper: the letter's page, with room for outlines and tables. */
export const policyStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fbfaf8; color: #1f2328; font: 16px/1.6 "IBM Plex Serif", Georgia, "Times New Roman", serif; }
main { max-width: 50rem; margin: 0 auto; padding: 4rem 2.5rem 6rem; background: #fff; }
header { border-bottom: 3px solid #1f4e79; padding-bottom: 1.75rem; margin-bottom: 2rem; }
.kind, dt, th, .label, nav, footer { font-family: "IBM Plex Sans", "Helvetica Neue", Arial, sans-serif; }
.kind { margin: 0 0 0.5rem; color: #1f4e79; font-size: 0.8rem; letter-spacing: 0.04em; }
h1 { font-size: 2.1rem; line-height: 1.2; font-weight: 600; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; margin: 3.5rem 0 0.5rem; padding-top: 1.25rem; border-top: 1px solid #e6e3dd; }
h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 600; color: #1f4e79; margin: 2.25rem 0 0.75rem; }
h4 { font-size: 1rem; font-weight: 600; margin: 1.5rem 0 0.4rem; }
p { margin: 0 0 0.85rem; overflow-wrap: anywhere; }
a { color: #1f4e79; text-decoration: none; }
dl { margin: 1rem 0 0; font-size: 0.875rem; }
dl div { display: flex; gap: 1rem; padding: 0.15rem 0; }
dt { flex: 0 0 9.5rem; color: #5c6470; }
dd { margin: 0; overflow-wrap: anywhere; }
.digest { font: 0.78rem/1.6 "IBM Plex Mono", ui-monospace, Menlo, monospace; }
nav ol { margin: 0.5rem 0 0; padding-left: 1.25rem; font-size: 0.92rem; line-height: 1.9; }
.source { color: #5c6470; font-style: italic; margin-bottom: 0.35rem; }
.said { margin: 0.5rem 0 1.25rem; padding: 0.85rem 1.1rem; background: #fbfaf8; border-left: 3px solid #d5dde6; border-radius: 0 4px 4px 0; }
.said div { overflow-wrap: anywhere; padding-left: calc(var(--depth) * 1.35rem + 1.35rem); text-indent: -1.35rem; font-size: 0.95rem; }
.said div:first-child { font-weight: 600; }
.said .wording { color: #46574e; font-style: italic; }
.said .cite, .said .note { color: #5c6470; font-size: 0.85rem; }
ul.items { margin: 0 0 0.75rem; padding-left: 1.25rem; }
.code { color: #5c6470; font-size: 0.88rem; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: 0.88rem; line-height: 1.45; }
th { text-align: left; font-weight: 600; color: #5c6470; font-size: 0.78rem; }
th, td { padding: 0.55rem 0.75rem 0.55rem 0; border-bottom: 1px solid #e6e3dd; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { width: 38%; }
td .wording { display: block; color: #46574e; font-style: italic; }
footer { margin-top: 4rem; padding-top: 1.25rem; border-top: 3px solid #1f4e79; color: #5c6470; font-size: 0.82rem; line-height: 1.6; }
@page { margin: 22mm 20mm 24mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "IBM Plex Sans", Arial, sans-serif; color: #5c6470; } }
@media print {
  body { background: none; font-size: 10.5pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h2 { break-before: page; border-top: none; padding-top: 0; margin-top: 0; }
  header + section h2 { break-before: auto; }
  .digest { font-size: 7pt; }
  h1, h2, h3, h4 { break-after: avoid; }
  tr, .said { break-inside: avoid-page; }
  thead { display: table-header-group; }
  p, .said div { orphans: 3; widows: 3; }
  .said { background: none; }
}
`;
