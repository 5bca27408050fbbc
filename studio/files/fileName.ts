/** `Fails after 41 days` as `fails-after-41-days`, not too long for a file; `null`: it has no letter or digit of ASCII. */
export function fileName(title: string): string | null {
  const plain = title.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g)?.map((word) => word.slice(0, 60));
  return words?.reduce((name, word) => (name.length + word.length > 60 ? name : `${name}-${word}`)) ?? null;
}
