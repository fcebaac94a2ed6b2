import type { Interval } from '../../model/exportControl/interval.ts';
import { lawLines, rectangle, type MapRegion } from './region.ts';
import { markSvg, type MarkStyle } from './mark.ts';
import { mapRange, planeWithin, widthOf, type MapFrame, type MapPlane } from './scale.ts';
import { escapeText, px } from '../label/svgText.ts';
import { overlap, type Box } from '../label/textPlacement.ts';

/** The map of a day in little: the lines of the law, the chips about them, and the names of a few. */
export interface ThumbProps {
  readonly parts: MapRegion['parts'];
  readonly marks: readonly ThumbMark[];
  readonly words: { readonly x: string; readonly y: string };
}

export interface ThumbMark extends MarkStyle {
  /** TPP and TPP/mm². */
  readonly tpp: number;
  readonly density: number;
  /** Null where it stays unnamed. */
  readonly name: string | null;
}

/** The plane without the lane for chips of unknown density. */
function thumbPlane({ width, height }: MapFrame): MapPlane {
  const bottom = height - 26;
  return planeWithin({ left: 6, right: width - 6, top: 24, bottom, lane: bottom, small: true });
}

const exactly = (value: number): Interval => ({ low: value, high: value });
const inRange = ({ tpp, density }: ThumbMark) =>
  tpp >= mapRange.tpp.low && tpp <= mapRange.tpp.high && density >= mapRange.density.low && density <= mapRange.density.high; // prettier-ignore

/** The places of marks and names: a name stands where it covers no mark and no other name, else it is left out. */
export function layoutThumb(props: ThumbProps, frame: MapFrame) {
  const plane = thumbPlane(frame);
  const marks = props.marks.filter(inRange).map((mark) => {
    const { x1: x, y0: y } = rectangle({ tpp: exactly(mark.tpp), density: exactly(mark.density) }, plane);
    return { mark, x, y };
  });
  const taken: Box[] = marks.map(({ x, y }) => ({
    x0: x - 6,
    x1: x + 6,
    y0: y - 6,
    y1: y + 6,
  }));
  const names = marks.flatMap(({ mark: { name }, x, y }) => {
    if (name === null) return [];
    const wide = widthOf(name, true);
    const spots = [
      { x0: x + 9, y0: y - 8 },
      { x0: x - 9 - wide, y0: y - 8 },
      ...[-22, 8, -34, 20].flatMap((dy) =>
        [-wide / 2, -4, -wide + 4].map((dx) => ({ x0: x + dx, y0: y + dy })),
      ),
    ];
    const box = spots
      .map(({ x0, y0 }) => ({ x0, x1: x0 + wide, y0, y1: y0 + 16 }))
      .find(
        (one) =>
          one.x0 >= 2 &&
          one.x1 <= frame.width - 2 &&
          one.y0 >= plane.top &&
          one.y1 <= plane.bottom &&
          taken.every((other) => overlap(one, other) === 0),
      );
    if (!box) return [];
    taken.push(box);
    return [{ name, box }];
  });
  return { plane, marks, names };
}

/** The map in little as SVG text. */
export function mapThumb(props: ThumbProps, frame: MapFrame): string {
  const { plane, marks, names } = layoutThumb(props, frame);
  const areas = props.parts
    .map((part) => rectangle(part, plane))
    .map(({ x0, x1, y0, y1 }) => `M${px(x0)} ${px(y0)}H${px(x1)}V${px(y1)}H${px(x0)}z`)
    .join('');
  const lines = props.parts.map((part) => lawLines(part, plane)).join('');
  return [
    `<svg class="drawing map-thumb" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true" focusable="false">`,
    // Drawn under the areas, so that only the outer half shows and what branches share is not divided.
    lines && `<path class="map-thumb-line" d="${lines}"/><path class="map-thumb-held" d="${areas}"/>`,
    `<path class="cliff-axis" d="M${plane.left} ${plane.top}V${px(plane.bottom)}H${px(plane.right)}"/>`,
    // The sheet that hangs at a mark elsewhere would cover its neighbours; words say what holds it.
    ...marks.map(({ mark, x, y }) =>
      markSvg(x, y, mark.form === 'letter' ? { ...mark, form: 'outside' } : mark),
    ),
    ...names.map(
      ({ name, box }) =>
        `<text class="label-title halo" x="${px(box.x0)}" y="${px(box.y1 - 4)}">${escapeText(name)}</text>`,
    ),
    `<text class="label-detail" x="${plane.left}" y="15">↑ ${escapeText(props.words.y)}</text>`,
    `<text class="label-detail" x="${px(plane.right)}" y="${px(plane.bottom + 18)}" text-anchor="end">${escapeText(props.words.x)} →</text>`,
    '</svg>',
  ].join('');
}
