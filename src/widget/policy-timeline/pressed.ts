import type { DrawingPoint } from '../chart/pointer.ts';

/** A name this near to a press, in units of the drawing, is the one meant. */
const near = 16;

/** The event under a press on the drawing, or that of the nearest dot. */
export function pressedEvent({ x, y, drawing }: DrawingPoint, target: Element): string | undefined {
  const away = (dot: Element) =>
    Math.hypot(Number(dot.getAttribute('cx')) - x, Number(dot.getAttribute('cy')) - y);
  const dots = [...drawing.querySelectorAll('[data-row] circle, circle[data-row]')];
  const [nearest] = dots.toSorted((a, b) => away(a) - away(b));
  const meant = target.closest('text, circle')?.closest<HTMLElement>('[data-row]');
  const found =
    meant ?? (nearest && away(nearest) < near ? nearest.closest<HTMLElement>('[data-row]') : null);
  return found?.dataset['row'];
}
