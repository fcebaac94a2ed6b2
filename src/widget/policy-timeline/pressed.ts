import type { DrawingPoint } from '../chart/pointer.ts';

/** A stroke this near to a press, in units of the drawing, is the one meant. */
const near = 16;

/** The event under a press on the drawing, or that of the nearest stroke or dot. */
export function pressedEvent({ x, y, drawing }: DrawingPoint, target: Element): string | undefined {
  const meant = target.closest<SVGElement>('[data-row]');
  if (meant) return meant.dataset['row'];
  const away = (mark: SVGGraphicsElement) => {
    const box = mark.getBBox();
    const beside = (at: number, from: number, length: number) => Math.max(from - at, 0, at - from - length);
    return Math.hypot(beside(x, box.x, box.width), beside(y, box.y, box.height));
  };
  // In a group the mark is what is filled; its words and its pole are no part of it.
  const marks = [
    ...drawing.querySelectorAll<SVGGraphicsElement>(
      'path[data-row], [data-row] :is(circle, .dimension-end, .fill-empty)',
    ),
  ];
  const [nearest] = marks.map((mark) => ({ mark, far: away(mark) })).toSorted((a, b) => a.far - b.far);
  if (!nearest || nearest.far >= near) return undefined;
  return nearest.mark.closest<SVGElement>('[data-row]')!.dataset['row'];
}
