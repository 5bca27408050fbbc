/** What comes in so many milliseconds; `null` once they are over. What was asked for goes on unheard. */
export async function within<T>(asked: Promise<T>, milliseconds: number): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), milliseconds);
  try {
    return await Promise.race([asked, promise]);
  } finally {
    clearTimeout(timer);
  }
}
