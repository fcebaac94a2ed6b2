const waiting: (() => void)[] = [];

/** A frame off the screen may get no animation frames at all; it gets its turn after this many milliseconds. */
const patience = 200;

function schedule(): void {
  let done = false;
  const next = () => {
    if (done) return;
    done = true;
    waiting.shift()?.();
    if (waiting.length > 0) schedule();
  };
  requestAnimationFrame(next);
  setTimeout(next, patience);
}

/** Waits for its turn: figures start one a frame, so that no frame carries two. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) schedule();
  });
}
