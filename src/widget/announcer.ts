/** Milliseconds between two announcements: a screen reader should finish one before the next. */
const pause = 1200;

export interface Announcer {
  (text: string): void;
  stop(): void;
}

/** Says things in one live region, the latest only, never faster than a reader can listen. */
export function announcer(region: HTMLElement): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: string | undefined;
  const speak = () => {
    timer = undefined;
    if (latest === undefined) return;
    region.textContent = latest;
    latest = undefined;
    timer = setTimeout(speak, pause);
  };
  const announce = (text: string) => {
    latest = text;
    if (timer === undefined) speak();
  };
  return Object.assign(announce, { stop: () => clearTimeout(timer) });
}
