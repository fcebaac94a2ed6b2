const coming = new Map<string, Promise<void>>();

/** Whether a file came to this document before. */
function isHere(address: string): boolean {
  return performance
    .getEntriesByName(address)
    .some((entry) => (entry as PerformanceResourceTiming).responseStatus === 200);
}

function bring(address: string): Promise<void> {
  const known = coming.get(address);
  if (known) return known;
  const file = new Promise<void>((resolve, reject) => {
    if (isHere(address)) return resolve();
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href: address });
    link.onload = () => resolve();
    link.onerror = () => {
      coming.delete(address);
      link.remove();
      reject(new Error(`${address} did not come`));
    };
    document.head.append(link);
  });
  coming.set(address, file);
  return file;
}

/**
 * Imports a module once it and all that it imports are here. A browser may remember for ever that a module did not
 * come (Chromium 156 does, against the HTML standard of 2026), so nothing is imported before its files have come by
 * a way that forgets: a preload that fails can be asked for again.
 * @param load the import itself
 * @param files addresses of the module and of all that it imports
 * @throws where a file does not come; the next call asks for it again
 */
export async function loadChunks<T>(load: () => Promise<T>, files: readonly string[]): Promise<T> {
  await Promise.all(files.map((file) => bring(new URL(file, location.href).href)));
  return load();
}
