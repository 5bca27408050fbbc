/** Saves something as a file of the browser, under a name. */
export function saveAs(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken its own hold of the file by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
