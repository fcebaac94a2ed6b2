/** Milliseconds between two announcements: a screen reader should finish one before the next. */
const pause = 1200;

export interface Announcer {
  (text: string): void;
  /** Says something that no later news may replace before it was said. */
  must(text: string): void;
  stop(): void;
}

/** Says things in one live region, never faster than a reader can listen; of what only tells the state, the latest. */
export function announcer(region: HTMLElement): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let musts: string[] = [];
  let latest = '';
  const speak = () => {
    timer = undefined;
    const text = [...musts, latest].filter(Boolean).join(' ');
    if (!text) return;
    [musts, latest] = [[], ''];
    // The same words again are news only where the text of the region changes.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
    timer = setTimeout(speak, pause);
  };
  const soon = () => {
    if (timer === undefined) speak();
  };
  const announce = (text: string) => {
    latest = text;
    soon();
  };
  return Object.assign(announce, {
    must(text: string) {
      if (!musts.includes(text)) musts.push(text);
      soon();
    },
    stop: () => clearTimeout(timer),
  });
}
