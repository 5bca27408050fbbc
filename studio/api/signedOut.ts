const watchers = new Set<() => void>();

/** Called whenever the server answers that nobody is signed in; returns how to stop. */
export function onSignedOut(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

export function tellSignedOut(): void {
  for (const watch of watchers) watch();
}
