/** How the letter looks on screen and on paper: a quiet page of Plex Serif, in the studio's colours. */
export const letterStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fbfaf8; color: #1f2328; font: 17px/1.6 "IBM Plex Serif", Georgia, "Times New Roman", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3.5rem 2rem 5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; font-weight: 600; margin: 0 0 1.25rem; }
h2 { font-size: 1.15rem; line-height: 1.3; font-weight: 600; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid #e6e3dd; }
h3 { font-size: 1rem; line-height: 1.4; font-weight: 600; margin: 2.25rem 0 0.75rem; }
h3 strong { color: #1f4e79; }
p { margin: 0 0 0.85rem; overflow-wrap: anywhere; hyphens: manual; }
dl { margin: 0; font-size: 0.875rem; color: #5c6470; }
dl div { display: flex; gap: 0.75rem; }
dt { flex: 0 0 8rem; }
dd { margin: 0; color: #1f2328; overflow-wrap: anywhere; }
@page { margin: 25mm 22mm; }
@media print {
  body { background: none; font-size: 11pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
}
`;
