import { escapeText, px } from '../label/svgText.ts';
import { rowMark } from '../label/rowMark.ts';
import { cabinet, type ReachLayout } from './layout.ts';
import type { ReachProps } from './reachProps.ts';

const rect = (x: number, y: number, width: number, height: number): string =>
  `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;

/** Heights of the boards in a cabinet, metres; the one that the cable ends at is the fifth. */
const shelves = [0.35, 0.6, 0.85, 1.1, cabinet.port, 1.6, 1.85] as const;

/** A cabinet in section with its boards, its edge at `edge` metres, seen from the side that the cable is on. */
function cabinetSvg(layout: ReachLayout, edge: number, towards: 1 | -1, board: number): string {
  const { x, high } = layout;
  const unit = x(1) - x(0);
  const side = towards === 1 ? edge - cabinet.width : edge;
  const [top, foot] = [high(cabinet.height), high(0.06)];
  const shell = rect(x(side), top, cabinet.width * unit, layout.floor - top);
  const inset = 0.05;
  const boards = shelves
    .map((at) => `M${px(x(side + inset))} ${px(high(at))}h${px((cabinet.width - inset) * unit)}`)
    .join('');
  const chip = 0.09;
  const place = edge - towards * (Math.min(board, cabinet.width - chip - inset) + chip / 2);
  const size = Math.max(5, chip * unit);
  const port = high(cabinet.port);
  const die = rect(x(place) - size / 2, port - size, size, size);
  const feet = `M${px(x(side + 0.08))} ${px(foot)}V${px(layout.floor)}M${px(x(side + cabinet.width - 0.08))} ${px(foot)}V${px(layout.floor)}`;
  const trace = `M${px(x(place))} ${px(port)}H${px(x(edge))}`;
  return `<path class="front ink cabinet" d="${shell}"/><path class="reach-board" d="${boards}${feet}"/><path class="reach-trace" d="${trace}"/><path class="reach-chip" d="${die}"/>`;
}

/** What lies between the edges of the cabinets: copper as far as it can be read and pencil beyond, or light. */
function wayBetween({ x, high }: ReachLayout, props: ReachProps): string {
  const { medium, light, length, reach, thickness, closed } = props;
  const port = high(cabinet.port);
  const [from, to] = [x(0), x(length)];
  if (light) return `<path class="cliff-level cliff-light" d="M${px(from)} ${px(port)}H${px(to)}"/>`;
  const read = closed ? x(Math.min(length, reach)) : to;
  const width = medium === 'board' ? 2 : 1.6 + 2.6 * thickness;
  const carrier =
    medium === 'board' ? `<path class="reach-slab" d="${rect(from, port - 1, to - from, 7)}"/>` : '';
  const plug = (at: number) => rect(at - 4, port - 5, 8, 10);
  const plugs = medium === 'active' ? `<path class="reach-plug" d="${plug(from + 5)}${plug(to - 5)}"/>` : '';
  const beyond = closed ? `<path class="reach-unread" d="M${px(read)} ${px(port)}H${px(to)}"/>` : '';
  const copper =
    read > from
      ? `<path class="reach-cable" stroke-width="${px(width)}" d="M${px(from)} ${px(port)}H${px(read)}"/>`
      : '';
  return carrier + beyond + copper + plugs;
}

/** Outlines of where the far cabinet may stand at most with a plain cable, named by rate; near ones share their name. */
function farthest(layout: ReachLayout, { rates, length }: ReachProps): string {
  const { x, high, floor } = layout;
  const unit = x(1) - x(0);
  const shown = rates.filter(({ reach }) => reach > 0.05 && reach < 9.2).sort((a, b) => a.reach - b.reach);
  const names: { at: number; text: string }[] = [];
  const outlines = shown.map(({ reach, short }) => {
    const last = names.at(-1);
    const at = x(reach + cabinet.width / 2);
    if (last && at - last.at < 44) last.text = `${short}, ${last.text}`;
    else names.push({ at, text: short });
    return rect(x(reach), high(cabinet.height), cabinet.width * unit, floor - high(cabinet.height));
  });
  const own = x(length + cabinet.width / 2);
  const texts = names
    .filter(({ at }) => Math.abs(at - own) > (layout.small ? 34 : 44))
    .map(
      ({ at, text }) =>
        `<text class="label-detail halo" x="${px(at)}" y="${px(high(cabinet.height) - 5)}" text-anchor="middle">${escapeText(text)}</text>`,
    );
  return `<path class="reach-ghost" d="${outlines.join('')}"/>${texts.join('')}`;
}

/** The two cabinets on their floor, to scale, what joins them, and where the second may stand at each rate. */
export function sectionSvg(layout: ReachLayout, props: ReachProps): string {
  const { x, high, floor, left, right } = layout;
  const { length, words } = props;
  const unit = x(1) - x(0);
  const [from, to] = [x(0), x(length)];
  const line = high(cabinet.port) + (layout.small ? 10 : -16);
  const named = to - from > words.length.length * 7 + 14;
  const measure = `<path class="dimension" d="M${px(from)} ${px(line - 4)}v8M${px(to)} ${px(line - 4)}v8M${px(from)} ${px(line)}H${px(to)}"/>`;
  const middle = named ? (from + to) / 2 : to + cabinet.width * unit + 8;
  const measured = `<text class="halo"${rowMark('link', true)} x="${px(middle)}" y="${px(!named ? line + 4 : layout.small ? line + 15 : line - 5)}"${named ? ' text-anchor="middle"' : ''}>${escapeText(words.length)}</text>`;
  const metres = Array.from({ length: 10 }, (_, i) => i);
  const ticks = metres.map((at) => `M${px(x(at))} ${px(floor)}v5`).join('');
  const numbers = metres
    .filter((at) => !layout.small || at % 2 === 0)
    .map(
      (at) =>
        `<text class="cliff-tick" x="${px(x(at))}" y="${px(floor + 18)}" text-anchor="middle">${at === 0 ? words.metres : at}</text>`,
    );
  const top = high(cabinet.height);
  const hold = `<path class="reach-hold" data-edge="${px(to)}" d="${rect(to - 10, top - 10, cabinet.width * unit + 20, floor - top + 14)}"/>`;
  const centre = x(length + cabinet.width / 2);
  const arrow = `<path class="reach-grip" d="M${px(centre - 8)} ${px(high(0.2))}h16m-4 -4l4 4l-4 4m-8 0l-4 -4l4 -4"/>`;
  return [
    farthest(layout, props),
    `<path class="cliff-axis" d="M${px(left)} ${px(floor)}H${px(right)}"/><path class="cliff-axis" d="${ticks}"/>`,
    cabinetSvg(layout, 0, 1, props.board),
    cabinetSvg(layout, length, -1, props.board),
    wayBetween(layout, props),
    measure,
    measured,
    numbers.join(''),
    arrow,
    hold,
  ].join('');
}
