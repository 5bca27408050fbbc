/** What a place elsewhere answered, decoded from JSON; or that it did not, and whether it said nothing at all. */
type Asked = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly isSilent: boolean };

const MOST_BYTES = 1024 * 1024;

/** Asks the provider, who is believed neither to answer nor to end. `patience`: milliseconds for all of it. */
export async function askJson(url: string, headers: Record<string, string>, patience: number): Promise<Asked> {
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(url, { headers, signal }).catch(() => null);
  if (response === null) return { ok: false, isSilent: true };
  if (!response.ok) {
    await response.body?.cancel();
    return { ok: false, isSilent: response.status >= 500 };
  }
  const text = await boundedText(response).catch(() => null);
  if (text === null) return { ok: false, isSilent: signal.aborted };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, isSilent: false };
  }
}

/** `null`: it is longer than any honest answer. */
async function boundedText({ body }: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_BYTES) return null;
  }
  return text + decoder.decode();
}
