/** A sentence of ours in which `backticks` hold the reader's own words, shown in the language's type. */
export function Words({ text }: { readonly text: string }) {
  const parts = text.split("`");
  return parts.map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? <q key={key}>{part}</q> : <span key={key}>{part}</span>;
  });
}
