/** What a page has done since it was loaded, or since the counts were last cleared. */
export interface Counts {
  /** WebGL draw calls. */
  draws: number;
  /** Callbacks of `requestAnimationFrame`. */
  ticks: number;
  /** The most draw calls, and the most triangles, within one frame. */
  drawsPerFrame: number;
  trianglesPerFrame: number;
  /** Sum of the layout shifts that no input explains. */
  shift: number;
  /** What shifted, for the reader of a failure. */
  shifted: string[];
}

/** What an instrumented page offers under `window.measured`. */
export interface Measured {
  counts(): Counts;
  clear(): void;
  /** WebGL contexts ever made, and those neither lost nor collected. */
  contexts(): { made: number; alive: number };
  /** Writes to cookies and storage. */
  storage(): string[];
  /**
   * How much the page has asked for that has not come yet: animation frames, timers due within so many milliseconds,
   * idle callbacks, answers to `fetch`, running transitions. At zero nothing more happens until somebody acts.
   */
  pending(within: number): number;
  /** Calls back in the next frame, without being counted itself. */
  nextFrame(callback: () => void): void;
  /** From now on timers are due at once, in their order: what a page puts off need not be waited for. */
  hurry(): void;
}

declare global {
  interface Window {
    measured: Measured;
  }
}

/**
 * Counts what budgets speak of. Runs in a page before any of its scripts, so it may refer to nothing outside itself.
 */
export function instrument(): void {
  const none = (): Counts => ({
    draws: 0,
    ticks: 0,
    drawsPerFrame: 0,
    trianglesPerFrame: 0,
    shift: 0,
    shifted: [],
  });
  let counts = none();
  const contexts: WeakRef<WebGLRenderingContext>[] = [];
  const seen = new WeakSet<object>();
  const writes: string[] = [];
  const frame = { time: -1, draws: 0, triangles: 0 };

  const drawn = (mode: number, vertices: number, instances: number) => {
    // The time of the document's timeline stands still within a frame.
    const time = Number(document.timeline.currentTime ?? 0);
    if (time !== frame.time) Object.assign(frame, { time, draws: 0, triangles: 0 });
    frame.draws++;
    if (mode === 4) frame.triangles += (vertices / 3) * instances;
    else if (mode === 5 || mode === 6) frame.triangles += Math.max(0, vertices - 2) * instances;
    counts.draws++;
    counts.drawsPerFrame = Math.max(counts.drawsPerFrame, frame.draws);
    counts.trianglesPerFrame = Math.max(counts.trianglesPerFrame, Math.round(frame.triangles));
  };

  const before = <T extends object>(prototype: T, name: string, watch: (args: number[]) => void) => {
    const methods = prototype as Record<string, (...args: number[]) => unknown>;
    const method = methods[name];
    if (!method) return;
    methods[name] = function (this: unknown, ...args) {
      watch(args);
      return method.apply(this, args);
    };
  };
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    before(prototype, 'drawArrays', ([mode, , count]) => drawn(mode!, count!, 1));
    before(prototype, 'drawElements', ([mode, count]) => drawn(mode!, count!, 1));
  }
  before(WebGL2RenderingContext.prototype, 'drawArraysInstanced', ([mode, , count, n]) =>
    drawn(mode!, count!, n!),
  );
  before(WebGL2RenderingContext.prototype, 'drawElementsInstanced', (a) => drawn(a[0]!, a[1]!, a[4]!));
  before(WebGL2RenderingContext.prototype, 'drawRangeElements', (a) => drawn(a[0]!, a[3]!, 1));

  for (const canvas of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype]) {
    const made = canvas as unknown as { getContext: (kind: string, ...rest: unknown[]) => object | null };
    const original = made.getContext;
    made.getContext = function (this: unknown, kind, ...rest) {
      const context = original.call(this, kind, ...rest);
      if (context && /webgl/.test(kind) && !seen.has(context)) {
        seen.add(context);
        contexts.push(new WeakRef(context as WebGLRenderingContext));
      }
      return context;
    };
  }

  const frames = new Set<number>();
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    const handle = request((time) => {
      frames.delete(handle);
      counts.ticks++;
      callback(time);
    });
    frames.add(handle);
    return handle;
  };
  before(window, 'cancelAnimationFrame', ([handle]) => frames.delete(handle!));

  /** When each timer is due, by its handle. */
  const timers = new Map<number, number>();
  const setTimer = window.setTimeout.bind(window) as (run: () => void, delay?: number) => number;
  let hurried = false;
  const laterTimer = (callback: TimerHandler, wanted = 0, ...args: unknown[]): number => {
    const delay = hurried ? 0 : wanted;
    const handle = setTimer(() => {
      timers.delete(handle);
      if (typeof callback === 'function') (callback as (...all: unknown[]) => void)(...args);
    }, delay);
    timers.set(handle, performance.now() + delay);
    return handle;
  };
  Object.assign(window, { setTimeout: laterTimer });
  before(window, 'clearTimeout', ([handle]) => timers.delete(handle!));

  let awaited = 0;
  const fetched = window.fetch.bind(window);
  window.fetch = (...args) => {
    awaited++;
    return fetched(...args).finally(() => awaited--);
  };
  const idle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (callback, options) => {
    awaited++;
    return idle((deadline) => {
      awaited--;
      callback(deadline);
    }, options);
  };
  const moving = (animation: Animation) =>
    animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime);

  try {
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      writes.push(`storage: ${key}`);
      put.call(this, key, value);
    };
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(text: string) {
        writes.push(`cookie: ${text}`);
        cookie.set!.call(this, text);
      },
    });
    before(IDBFactory.prototype, 'open', () => writes.push('IndexedDB'));
  } catch {
    // A frame of an opaque origin has none of these.
  }

  interface Shift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null }[];
  }
  const name = (node: Node | null) =>
    node instanceof Element
      ? `${node.localName}.${node.className}`
      : (node?.parentElement?.localName ?? 'gone');
  const shifts = new PerformanceObserver((list) => take(list.getEntries() as Shift[]));
  const take = (entries: Shift[]) => {
    for (const entry of entries) {
      if (entry.hadRecentInput) continue;
      counts.shift += entry.value;
      counts.shifted.push(...entry.sources.map(({ node }) => name(node)));
    }
  };
  shifts.observe({ type: 'layout-shift', buffered: true });

  window.measured = {
    counts() {
      take(shifts.takeRecords() as Shift[]);
      return { ...counts };
    },
    clear() {
      shifts.takeRecords();
      counts = none();
    },
    contexts: () => ({
      made: contexts.length,
      alive: contexts.filter((reference) => reference.deref()?.isContextLost() === false).length,
    }),
    storage: () => [...writes],
    nextFrame: (callback) => void request(callback),
    hurry() {
      hurried = true;
    },
    pending: (within) =>
      frames.size +
      awaited +
      [...timers.values()].filter((due) => due <= performance.now() + within).length +
      document.getAnimations().filter(moving).length,
  };
}
