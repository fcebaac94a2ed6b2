/** A place on a drawing, in its own units. */
export interface DrawingPoint {
  readonly x: number;
  readonly y: number;
  readonly drawing: SVGSVGElement;
}

/** What the pointer means on a drawing. */
export interface DrawingGestures {
  /** A press on the drawing. */
  press?(at: DrawingPoint, target: Element): unknown;
  /** Selector of what can be dragged. */
  readonly holds?: string;
  /** Something is dragged, or `ended` where it was let go of. */
  drag?(at: DrawingPoint, ended: boolean): unknown;
}

/** The drawing of those in a place that the style sheet shows; a figure out of sight may show none. */
const drawingIn = (place: HTMLElement): SVGSVGElement | undefined =>
  [...place.querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);

function pointOf(place: HTMLElement, event: MouseEvent): DrawingPoint | null {
  const drawing = drawingIn(place);
  const turned = drawing?.getScreenCTM()?.inverse();
  if (!drawing || !turned) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(turned);
  return { x, y, drawing };
}

/** Has a drawing answer the pointer until the signal ends it. */
export function followPointer(place: HTMLElement, gestures: DrawingGestures, signal: AbortSignal): void {
  let dragging = false;
  const onPointer = (event: PointerEvent) => {
    const { type, target, pointerId } = event;
    if (type === 'pointerdown') {
      if (!(target instanceof Element && gestures.holds && target.matches(gestures.holds))) return;
      dragging = true;
      place.setPointerCapture(pointerId);
    }
    if (!dragging) return;
    const at = pointOf(place, event);
    if (at && type !== 'pointercancel') gestures.drag?.(at, type === 'pointerup');
    if (type === 'pointerup' || type === 'pointercancel') dragging = false;
  };
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
    place.addEventListener(type, onPointer, { signal });
  place.addEventListener(
    'click',
    (event) => {
      const at = pointOf(place, event);
      if (at) gestures.press?.(at, event.target as Element);
    },
    { signal },
  );
}
