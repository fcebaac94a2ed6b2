import { formatNumber } from '../../encoding/format.ts';
import { gaugeSvg, type MapGauge } from './gauge.ts';
import { knotBox, knotSvg, type MapKnot } from './knot.ts';
import { knotLead } from './knotLead.ts';
import { laneSvg } from './lane.ts';
import type { MapMark } from './mark.ts';
import { ghostSvg, type MapGhost } from './ghost.ts';
import { rectangle, regionsSvg, type MapRegion } from './region.ts';
import { marksSvg } from './label.ts';
import { crossSvg, ownSvg, ringBox, type MapOwn } from './own.ts';
import type { Room } from './place.ts';
import { escapeText, px } from '../label/svgText.ts';
import { mapPlane, mapRange, widthOf, type MapFrame, type MapPlane } from './scale.ts';
import { overlap, type Box } from '../label/textPlacement.ts';

export interface MapProps {
  readonly regions: readonly MapRegion[];
  readonly marks: readonly MapMark[];
  /** The second condition of the rule of 2022, beside the plane. */
  readonly gauge: MapGauge | null;
  /** Up to where applications are looked at one by one, TPP. */
  readonly window: {
    readonly from: number;
    readonly to: number;
    /** Ways to say it, the longest first; what fits is written. */
    readonly below: readonly string[];
    readonly above: readonly string[];
  } | null;
  /** Ranges of TPP that pay a duty, with a name each. */
  readonly bands: readonly { readonly low: number; readonly high: number; readonly name: string }[];
  /** Chips just under a line, enlarged; null where there are none. */
  readonly knot: MapKnot | null;
  readonly ghost: MapGhost | null;
  /** The reader's own chip; null until it is placed. */
  readonly own: MapOwn | null;
  readonly words: {
    readonly x: string;
    readonly y: string;
    readonly lane: string;
    /** Where there is little room. */ readonly laneShort: string;
    readonly free: string;
    readonly day: string;
  };
}

/** All that does not move with the reader's own chip, and the room it takes. */
export interface MapGround extends Room {
  readonly under: string;
  readonly over: string;
  readonly inset: Box | null;
  /** What joins the inset to the plane. */
  readonly lead: string;
}

/** Draws lines, regions and chips, and finds the places of their words. */
export function mapGround(props: MapProps, frame: MapFrame): MapGround {
  const plane = mapPlane(frame);
  const lines = edgesOf(props, plane);
  const boxes: Box[] = [];
  const inset = props.knot && knotBox(props.knot, plane);
  if (inset) boxes.push(inset);
  const regions = regionsSvg(props.regions, plane, boxes, inset);
  const ghost = props.ghost ? ghostSvg(props.ghost, props.regions, plane, boxes) : '';
  const gauge = props.gauge ? gaugeSvg(props.gauge, plane, boxes) : '';
  const above = windowSvg(props, plane, boxes);
  const [inLane, onPlane] = [true, false].map((lane) =>
    props.marks.filter(({ density }) => (density === null) === lane),
  );
  const lane = laneSvg(inLane!, plane, plane.small ? props.words.laneShort : props.words.lane);
  // In plain words what an open mark is: it stands where no paragraph reaches.
  const free = props.regions.length > 0 ? { x0: plane.left + 8, y1: plane.bottom - 8 } : null;
  if (free) boxes.push({ ...free, x1: free.x0 + widthOf(props.words.free), y0: free.y1 - 12 });
  const off = free
    ? `<text class="label-detail" x="${px(free.x0)}" y="${px(free.y1)}">${escapeText(props.words.free)}</text>`
    : '';
  const ids = props.knot?.chips.map(({ id }) => id) ?? [];
  const lead = inset && knotLead(ids, onPlane!, inset, plane, boxes);
  const marks = marksSvg(onPlane!, plane, { boxes, trails: lead?.trails ?? [], lines });
  return {
    under: regions.areas + axesSvg(props, plane) + ghost + above,
    over: regions.words + gauge + lane + off + marks.svg,
    inset,
    lead: lead?.svg ?? '',
    boxes: [...boxes, ...marks.boxes],
    trails: marks.trails,
    lines,
  };
}

/**
 * The plane of total processing performance and performance density as SVG text.
 * @param ground drawn before for the same chips and lines in the same frame
 */
export function thresholdMap(props: MapProps, frame: MapFrame, ground = mapGround(props, frame)): string {
  const plane = mapPlane(frame);
  const { own } = props;
  const ring = own && ringBox(own, plane);
  // The inset gives way to the reader's own ring.
  const free = !ring || !ground.inset || overlap(ground.inset, ring) === 0;
  return [
    `<svg class="drawing cliff" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    ground.under,
    daySvg(props.words.day, plane),
    own ? crossSvg(own, plane) : '',
    ground.over,
    props.knot && free ? ground.lead + knotSvg(props.knot, plane) : '',
    own ? ownSvg(own, plane, ground) : '',
    '</svg>',
  ].join('');
}

function daySvg(day: string, { small, right, lane }: MapPlane): string {
  return small
    ? `<text class="label-detail" x="17" y="${lane + 40}">${escapeText(day)}</text>`
    : `<text class="label-detail" x="${right}" y="18" text-anchor="end">${escapeText(day)}</text>`;
}

/** The finite edges of the regions and of the window, as thin boxes that words should not cover. */
function edgesOf({ regions, window }: MapProps, plane: MapPlane): Box[] {
  const edges = regions.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const { x0, x1, y0, y1 } = rectangle(part, plane);
      return [
        { x0: x0 - 1, x1: x0 + 1, y0, y1 },
        { x0, x1, y0: y1 - 1, y1: y1 + 1 },
      ];
    }),
  );
  const limit = window ? plane.x(window.to) : null;
  // Words of a chip just below the limit do not stand beyond it.
  return limit === null
    ? edges
    : [...edges, { x0: limit - 1, x1: limit + 40, y0: plane.top, y1: plane.lane }];
}

const steady = {
  tpp: [1_000, 2_000, 5_000, 10_000, 20_000, 50_000],
  density: [1, 2, 5, 10, 20, 40],
} as const;

/** The bounds that the rules of the day draw, each once. */
function boundsOf(regions: readonly MapRegion[], axis: 'tpp' | 'density', more: readonly number[]): number[] {
  const bounds = regions.flatMap(({ parts }) => parts.flatMap((part) => [part[axis].low, part[axis].high]));
  const { low, high } = mapRange[axis];
  return [...new Set([...bounds, ...more])]
    .filter((value) => value > low && value < high)
    .sort((a, b) => a - b);
}

function axesSvg({ regions, window, words }: MapProps, plane: MapPlane): string {
  const { x, y, left, right, top, bottom, lane } = plane;
  const lawX = boundsOf(regions, 'tpp', window ? [window.to] : []);
  const lawY = boundsOf(regions, 'density', []);
  const clear = (value: number, laws: readonly number[], scale: (v: number) => number, gap: number) =>
    laws.every((law) => Math.abs(scale(law) - scale(value)) >= gap);
  // Two lines that stand close push their numbers apart.
  const shift = (value: number, i: number) => {
    const push = (other: number | undefined) =>
      other === undefined ? 0 : Math.max(0, 44 - Math.abs(x(other) - x(value))) / 2;
    return push(lawX[i - 1]) - push(lawX[i + 1]);
  };
  const column = (value: number, law: boolean, moved = 0) =>
    `${law ? '' : `<path class="cliff-grid" d="M${px(x(value))} ${top}V${lane}"/>`}<text class="${law ? 'label-title' : 'cliff-tick'}" x="${px(x(value) + moved)}" y="${lane + 18}" text-anchor="${value === mapRange.tpp.low ? 'start' : 'middle'}">${formatNumber(value)}</text>`;
  const row = (value: number, law: boolean) =>
    `${law ? '' : `<path class="cliff-grid" d="M${left} ${px(y(value))}H${right}"/>`}<text class="${law ? 'label-title' : 'cliff-tick'}" x="${left - 7}" y="${px(y(value) + 4)}" text-anchor="end">${formatNumber(value)}</text>`;
  return [
    ...steady.tpp.filter((value) => clear(value, lawX, x, 46)).map((value) => column(value, false)),
    ...lawX.map((value, i) => column(value, true, shift(value, i))),
    ...steady.density.filter((value) => clear(value, lawY, y, 15)).map((value) => row(value, false)),
    ...lawY.map((value) => row(value, true)),
    `<path class="cliff-axis" d="M${left} ${top}V${px(bottom)}M${left} ${lane}H${right}"/><path class="cliff-grid" d="M${left} ${px(bottom)}H${right}"/>`,
    `<text class="label-title" x="${plane.small ? 17 : 31}" y="18">↑ ${escapeText(words.y)}</text>`,
    `<text class="label-title" x="${right}" y="${lane + 40}" text-anchor="end">${escapeText(words.x)} →</text>`,
  ].join('');
}

/** How applications are looked at, as a dimension above the plane, and the bands of the duty as bars at its upper edge. */
function windowSvg({ window, bands }: MapProps, plane: MapPlane, boxes: Box[]): string {
  const { x, top, lane, right } = plane;
  const out: string[] = [];
  if (window) {
    const [from, to] = [x(window.from), x(window.to)];
    const y = top - 10;
    const written = (texts: readonly string[], x0: number, x1: number) => {
      const text = texts.find((one) => widthOf(one) + 12 < x1 - x0);
      return text
        ? `<rect fill="var(--paper)" x="${px((x0 + x1 - widthOf(text)) / 2 - 5)}" y="${y - 4}" width="${px(widthOf(text) + 10)}" height="8"/><text x="${px((x0 + x1) / 2)}" y="${y + 4}" text-anchor="middle">${escapeText(text)}</text>`
        : '';
    };
    out.push(
      `<path class="dimension" d="M${px(from)} ${y}H${right}M${px(from)} ${y - 5}v10M${px(to)} ${y - 5}v10"/>`,
      `<path class="dimension" stroke-dasharray="10 3 2 3" d="M${px(to)} ${top}V${lane}"/>`,
      written(window.below, from, to),
      written(window.above, to, right),
    );
  }
  bands.forEach(({ low, high, name }, i) => {
    const [x0, x1] = [x(low), x(high)];
    // The first name ends where its band does, the second begins there, so that neither meets the other.
    const wide = widthOf(name);
    const at0 = i === 0 ? x1 - wide : x1 + 6;
    boxes.push({ x0: at0, x1: at0 + wide, y0: top + 4, y1: top + 24 });
    out.push(
      `<path class="dimension-end" d="M${px(x0)} ${top + 2}H${px(x1)}v5H${px(x0)}Z"/><text class="label-detail halo" x="${px(at0)}" y="${top + 21}">${escapeText(name)}</text>`,
    );
  });
  return out.join('');
}
