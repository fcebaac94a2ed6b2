/** What a hand asks of a view; pixels of the stage. */
export interface GestureTargets {
  orbit(dx: number, dy: number): void;
  pan(dx: number, dy: number): void;
  /** By a factor, about a point of the stage. */
  zoom(factor: number, x: number, y: number): void;
  pick(x: number, y: number): void;
  /** A mouse rests over a point and holds nothing; null when it has left. */
  hover(at: { readonly x: number; readonly y: number } | null): void;
  /** A drag ended or paused: draw at full quality. */
  settle(): void;
}

/** A press that moves less than this many pixels is a click. */
const slop = 5;

/**
 * The wheel scrolls the page and one finger scrolls it; control or command with the wheel zooms, two fingers turn and
 * pinch, a mouse drag turns, with shift or the second button it pans. `explore(true)` gives the wheel and one finger
 * to the view until it is taken back.
 */
export function attachGestures(
  stage: HTMLElement,
  targets: GestureTargets,
): { explore(on: boolean): void; dispose(): void } {
  const held = new Map<number, { x: number; y: number }>();
  let free = false;
  let moved = 0;
  const listening = new AbortController();
  const { signal } = listening;

  const at = (event: { clientX: number; clientY: number }) => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const turns = (event: PointerEvent) => event.pointerType !== 'touch' || free || held.size >= 2;

  stage.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button > 2 || (event.target as Element).closest('button, a, input, select')) return;
      if (held.size === 0) moved = 0;
      held.set(event.pointerId, at(event));
      if (event.pointerType === 'mouse') event.preventDefault();
      if (turns(event)) stage.setPointerCapture(event.pointerId);
    },
    { signal },
  );

  stage.addEventListener(
    'pointermove',
    (event) => {
      const before = held.get(event.pointerId);
      if (!before) {
        if (event.pointerType === 'mouse') targets.hover(at(event));
        return;
      }
      const now = at(event);
      const [dx, dy] = [now.x - before.x, now.y - before.y];
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved < slop) return;
      if (held.size === 2) pinch(event.pointerId, before, now);
      else if (turns(event)) {
        if (event.shiftKey || (event.buttons & 6) !== 0) targets.pan(dx, dy);
        else targets.orbit(dx, dy);
      }
      held.set(event.pointerId, now);
    },
    { signal },
  );

  stage.addEventListener('pointerleave', () => targets.hover(null), { signal });

  /** Two fingers: the middle turns, the distance zooms. */
  const pinch = (id: number, before: { x: number; y: number }, now: { x: number; y: number }) => {
    const other = [...held].find(([key]) => key !== id)![1];
    const span = (p: { x: number; y: number }) => Math.hypot(p.x - other.x, p.y - other.y);
    targets.orbit((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (span(before) > 1)
      targets.zoom(span(now) / span(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
  };

  const release = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && moved < slop && held.size === 0) {
      const { x, y } = at(event);
      targets.pick(x, y);
    }
    if (held.size === 0) targets.settle();
  };
  stage.addEventListener('pointerup', release, { signal });
  stage.addEventListener('pointercancel', release, { signal });
  stage.addEventListener(
    'contextmenu',
    (event) => {
      if (moved >= slop) event.preventDefault();
    },
    { signal },
  );

  stage.addEventListener(
    'wheel',
    (event) => {
      if (!free && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { x, y } = at(event);
      targets.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), x, y);
      targets.settle();
    },
    { signal, passive: false },
  );

  // Two fingers must not zoom the page while they turn the machine.
  stage.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length >= 2 || free) event.preventDefault();
    },
    { signal, passive: false },
  );

  return {
    explore(on) {
      free = on;
      stage.classList.toggle('exploring', on);
    },
    dispose: () => listening.abort(),
  };
}
