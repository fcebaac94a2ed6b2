/** A frame of an opaque origin has no cache: what is fetched for it is fetched again when it is imported. */
const opaque = origin === 'null';

/** Modules whose import failed, and how often. */
const spoilt = new Map<string, number>();

/** Whether a file came to this document before. */
function isHere(address: string): boolean {
  return performance
    .getEntriesByName(address)
    .some((entry) => (entry as PerformanceResourceTiming).responseStatus === 200);
}

/** Brings a file into the browser's cache. Rejects where it does not come. */
async function bring(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} did not come: ${answer.status}`);
  await answer.arrayBuffer();
}

/**
 * Imports a module so that a failure can be mended. Chromium 156 remembers for as long as a document lives that a
 * module did not come, and so that whatever imports it cannot work (the HTML standard of 2026 says that it must not).
 * So nothing is imported before all its files are in the cache: a fetch that failed can be made again. A single file
 * is asked for under another address; a frame without a cache, whose address holds its state, is loaded again.
 * @param load the import itself
 * @param files addresses of the module and of all that it imports, the module first
 * @throws where a file does not come; the next call asks for it again
 */
export async function loadChunks<T>(load: () => Promise<T>, files: readonly string[]): Promise<T> {
  const addresses = files.map((file) => new URL(file, location.href).href);
  const [own = ''] = addresses;
  const missing = addresses.filter((address) => !isHere(address));
  const failures = spoilt.get(own) ?? 0;
  const alone = missing.every((address) => address === own);
  if (failures > 0 || !(alone || opaque)) await Promise.all((failures > 0 ? addresses : missing).map(bring));
  try {
    if (failures === 0) return await load();
    if (opaque) {
      location.reload();
      return await new Promise<never>(() => {});
    }
    return (await import(/* @vite-ignore */ `${own}?again=${failures}`)) as T;
  } catch (reason) {
    spoilt.set(own, failures + 1);
    throw reason;
  }
}
