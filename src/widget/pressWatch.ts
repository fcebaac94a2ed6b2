/** Milliseconds that a finger's click may come after the finger. */
const patience = 300;

/** Tells of presses that have begun in some places and not yet come to their click. */
export function pressWatch(places: readonly HTMLElement[]): { over(): Promise<void>; stop(): void } {
  let press: Promise<void> | undefined;
  const begun = () => {
    press ??= new Promise<void>((resolve) => {
      let timer: ReturnType<typeof setTimeout>;
      const ends = ['click', 'pointercancel'] as const;
      const done = () => {
        clearTimeout(timer);
        for (const type of ends) removeEventListener(type, done);
        removeEventListener('pointerup', lifted);
        press = undefined;
        resolve();
      };
      const lifted = () => {
        timer = setTimeout(done, patience);
      };
      for (const type of ends) addEventListener(type, done);
      addEventListener('pointerup', lifted, { once: true });
    });
  };
  for (const place of places) place.addEventListener('pointerdown', begun);
  return {
    async over() {
      while (press) await press;
    },
    stop() {
      for (const place of places) place.removeEventListener('pointerdown', begun);
    },
  };
}
