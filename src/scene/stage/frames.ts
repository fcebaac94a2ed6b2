/** Runs one function a frame for as long as it asks for more, and not at all otherwise. */
export interface Frames {
  /** Asks for a frame. */
  invalidate(): void;
  pause(): void;
  resume(): void;
  dispose(): void;
}

/**
 * @param draw is given the seconds since the last frame of the same run (0 for the first) and says whether it moves on
 * @param schedule where frames come from; a test passes its own
 */
export function startFrames(
  draw: (seconds: number) => boolean,
  schedule: {
    request(callback: (milliseconds: number) => void): number;
    cancel(id: number): void;
  } = { request: (callback) => requestAnimationFrame(callback), cancel: (id) => cancelAnimationFrame(id) },
): Frames {
  let waiting: number | null = null;
  let last: number | null = null;
  let wanted = false;
  let paused = false;
  const tick = (now: number) => {
    waiting = null;
    wanted = false;
    const seconds = last === null ? 0 : Math.min(0.1, (now - last) / 1000);
    last = now;
    if (draw(seconds) || wanted) ask();
    else last = null;
  };
  const ask = () => {
    wanted = true;
    if (waiting === null && !paused) waiting = schedule.request(tick);
  };
  return {
    invalidate: ask,
    pause() {
      paused = true;
      last = null;
      if (waiting !== null) schedule.cancel(waiting);
      waiting = null;
    },
    resume() {
      paused = false;
      if (wanted) ask();
    },
    dispose() {
      this.pause();
      wanted = false;
    },
  };
}
