import type { Box } from '../label/textPlacement.ts';
import { leaderSvg, placeLabel, type Room } from './place.ts';
import { escapeText, px } from '../label/svgText.ts';
import { widthOf, type MapPlane } from './scale.ts';

/** The reader's own chip. */
export interface MapOwn {
  readonly tpp: number;
  readonly density: number;
  readonly title: string;
  readonly verdict: string;
}

/** What the ring covers. */
export function ringBox({ tpp, density }: MapOwn, plane: MapPlane): Box {
  const [x, y] = [plane.x(tpp), plane.y(density)];
  return { x0: x - 12, x1: x + 12, y0: y - 12, y1: y + 12 };
}

/** Where the reader's own chip stands on both axes. */
export function crossSvg({ tpp, density }: MapOwn, plane: MapPlane): string {
  const [x, y] = [px(plane.x(tpp)), px(plane.y(density))];
  return `<path class="fill-frame" stroke-dasharray="3 3" d="M${plane.left} ${y}H${x}V${plane.lane}"/>`;
}

/** The ring with its words; where no room is near, the words beside the drawing have to do. */
export function ownSvg(own: MapOwn, plane: MapPlane, { boxes, trails, lines }: Room): string {
  const [x, y] = [plane.x(own.tpp), plane.y(own.density)];
  const ring = ringBox(own, plane);
  const size = [Math.max(widthOf(own.title), widthOf(own.verdict, true)), 30] as const;
  const frame = { x0: plane.left + 4, x1: plane.right - 4, y0: plane.top + 4, y1: plane.bottom };
  const label = placeLabel([x, y], size, frame, { boxes, trails, lines, mark: ring, radius: 12 });
  const at = label && (label.align === 'start' ? label.box.x0 : label.box.x1);
  const end = label?.align === 'end' ? ' text-anchor="end"' : '';
  return [
    leaderSvg(label?.leader ?? null),
    `<circle class="cliff-hold" cx="${px(x)}" cy="${px(y)}" r="26"/><circle class="cliff-handle" cx="${px(x)}" cy="${px(y)}" r="9"/><circle class="dimension-end" cx="${px(x)}" cy="${px(y)}" r="2"/>`,
    label && at !== null
      ? `<text class="cliff-yours halo" x="${px(at)}" y="${px(label.box.y0 + 12)}"${end}>${escapeText(own.title)}</text><text class="label-title halo" x="${px(at)}" y="${px(label.box.y0 + 27)}"${end}>${escapeText(own.verdict)}</text>`
      : '',
  ].join('');
}
