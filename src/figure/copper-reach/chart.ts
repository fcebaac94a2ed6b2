import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { placeText, type Box } from '../label/textPlacement.ts';
import { textWidth } from '../label/textWidth.ts';
import { deepest, span, type ReachLayout } from './layout.ts';
import type { RateLine, ReachProps } from './reachProps.ts';

/** dB of the state's medium at a length. */
const lossAt = ({ flat, start, slope }: ReachProps, length: number): number =>
  Math.max(flat, start + slope * length);

/** Boxes along a line, for words that should not lie on it. */
function alongLine(from: readonly [number, number], to: readonly [number, number]): Box[] {
  const pieces = 12;
  return Array.from({ length: pieces }, (_, i) => {
    const [a, b] = [i / pieces, (i + 1) / pieces];
    const [x0, x1] = [from[0] + (to[0] - from[0]) * a, from[0] + (to[0] - from[0]) * b];
    const [y0, y1] = [from[1] + (to[1] - from[1]) * a, from[1] + (to[1] - from[1]) * b];
    return { x0, y0: Math.min(y0, y1), x1, y1: Math.max(y0, y1) };
  });
}

/** Where a rate's line ends: at its budget, or where its ends alone are over it. */
const endOf = ({ x, y }: ReachLayout, { reach, budget, ends }: RateLine): readonly [number, number] =>
  reach > 0 ? [x(Math.min(reach, span.to)), y(budget)] : [x(0), y(Math.min(ends, deepest))];

/** What the ends of the link lose before anything is crossed, as a column beside the axis, piece on piece. */
function endsSvg({ x, y, left, bottom, small }: ReachLayout, { ends, words }: ReachProps): string {
  let at = 0;
  const column = ends.map(({ kind, loss }) => {
    const [top, foot] = [y(Math.min(at, deepest)), y(Math.min(at + loss, deepest))];
    at += loss;
    return `<path class="reach-end-${kind}" d="M${px(x(-0.55))} ${px(top)}H${px(x(-0.05))}V${px(foot)}H${px(x(-0.55))}z"/>`;
  });
  const under = Math.min(y(Math.min(at, deepest)) + 15, bottom - 18);
  const place = small ? 6 : left - 44;
  const lines = [words.ends, words.endsLoss].map(
    (text, i) =>
      `<text class="label-detail halo"${rowMark('link', true)} x="${px(place)}" y="${px(under + i * 15)}">${escapeText(text)}</text>`,
  );
  return column.join('') + lines.join('');
}

/** Loss over length: every rate over a plain cable in thin lines, the state's medium in its colour, and where it closes. */
export function chartSvg(layout: ReachLayout, props: ReachProps): string {
  const { x, y, right, bottom, small, compact } = layout;
  const { rates, length, budget, words } = props;
  const levels = [0, 10, 20, 30, 40];
  const grid = levels.map((level) => `M${px(x(0))} ${px(y(level))}H${px(right)}`).join('');
  // The number nearest the budget would stand on its words.
  const numbers = levels
    .filter((level) => Math.abs(level - budget) > 4 && (!compact || level % 20 === 0))
    .map(
      (level) =>
        `<text class="cliff-tick halo" x="${px(right)}" y="${px(level === 0 ? y(0) + 15 : y(level) - 4)}" text-anchor="end">${escapeText(level === 0 ? words.loss : String(level))}</text>`,
    );
  const thin = rates.map((rate) => {
    const [ex, ey] = endOf(layout, rate);
    return `<path class="reach-rate" d="M${px(x(0))} ${px(y(Math.min(rate.ends, deepest)))}L${px(ex)} ${px(ey)}"/><circle class="reach-dot" cx="${px(ex)}" cy="${px(ey)}" r="${rate.current ? 4 : 2.6}"/>`;
  });
  const own = ownLine(layout, props);
  const boxes: Box[] = [];
  const obstacles = rates.flatMap((rate) =>
    alongLine([x(0), y(Math.min(rate.ends, deepest))], endOf(layout, rate)),
  );
  const at = Math.min(lossAt(props, length), deepest);
  const guide = { x0: x(length) - 1, y0: layout.floor, x1: x(length) + 1, y1: y(Math.max(at, budget)) };
  const budgetLine = { x0: x(0), y0: y(budget) - 1, x1: right, y1: y(budget) + 1 };
  const budgetWidth = textWidth(words.budget, 12.5) * 1.12;
  const budgetBox = { x0: right - budgetWidth - 4, y0: y(budget) - 19, x1: right, y1: y(budget) - 2 };
  boxes.push(budgetBox);
  const frame = { x0: x(0) + 4, y0: y(0) + 2, x1: right, y1: bottom + (small ? 4 : 8) };
  const labels = [...rates]
    .filter(({ current }) => current || !compact)
    .sort((a, b) => Number(b.current) - Number(a.current))
    .map((rate) => {
      const [ax, ay] = endOf(layout, rate);
      const size = rate.current ? 13 : 12.5;
      const { box, align } = placeText({
        anchor: [ax, ay],
        size: [textWidth(small ? rate.brief : rate.label, size) * (small ? 1.18 : 1.08), 17],
        frame,
        obstacles: [...obstacles, guide, budgetLine, ...own.boxes],
        boxes,
        reach: 150,
      });
      boxes.push(box);
      const tx = align === 'start' ? box.x0 : box.x1;
      const near = ax < box.x0 ? box.x0 - 3 : ax > box.x1 ? box.x1 + 3 : ax;
      const level = ay < box.y0 ? box.y0 : ay > box.y1 ? box.y1 : (box.y0 + box.y1) / 2;
      return `<path class="leader" d="M${px(ax)} ${px(ay)}L${px(near)} ${px(level)}"/><text class="${rate.current ? 'label-title' : 'label-detail'} halo"${rowMark(`rate-${rate.id}`, true)} x="${px(tx)}" y="${px(box.y0 + 13)}"${align === 'start' ? '' : ' text-anchor="end"'}>${escapeText(small ? rate.brief : rate.label)}</text>`;
    });
  return [
    `<path class="cliff-grid" d="${grid}"/><path class="cliff-axis" d="M${px(x(0))} ${px(y(0))}V${px(bottom)}"/>`,
    numbers.join(''),
    thin.join(''),
    `<path class="reach-budget" d="M${px(x(0))} ${px(y(budget))}H${px(right)}"/>`,
    `<text class="label-detail halo"${rowMark('link', true)} x="${px(right)}" y="${px(y(budget) - 5)}" text-anchor="end">${escapeText(words.budget)}</text>`,
    own.svg,
    marginSvg(layout, props, at),
    endsSvg(layout, props),
    labels.join(''),
  ].join('');
}

/** The state's medium, heavy up to the far cabinet. */
function ownLine({ x, y }: ReachLayout, props: ReachProps): { svg: string; boxes: Box[] } {
  const { flat, start, slope, length, light } = props;
  const kink = slope > 0 ? Math.max(0, (flat - start) / slope) : Infinity;
  const stop = slope > 0 ? (deepest - start) / slope : Infinity;
  const far = Math.min(length, stop);
  const points: readonly (readonly [number, number])[] = [
    [0, lossAt(props, 0)],
    ...(kink > 0 && kink < far ? [[kink, flat] as const] : []),
    [far, lossAt(props, far)],
  ];
  const placed = points.map(([length, loss]) => [x(length), y(Math.min(loss, deepest))] as const);
  const d = placed.map(([px0, py0], i) => `${i === 0 ? 'M' : 'L'}${px(px0)} ${px(py0)}`).join('');
  return {
    svg: `<path class="cliff-level ${light ? 'cliff-light' : 'cliff-copper'}" d="${d}"/>`,
    boxes: placed.slice(1).flatMap((to, i) => alongLine(placed[i]!, to)),
  };
}

/** What is left of the budget, or what is over it, between the end of the line and the budget, under the far cabinet. */
function marginSvg({ x, y, floor }: ReachLayout, { length, budget }: ReachProps, at: number): string {
  const place = x(length);
  const [from, to] = [y(Math.min(at, budget)), y(Math.max(at, budget))];
  const guide = `<path class="reach-guide" d="M${px(place)} ${px(floor)}V${px(from)}"/>`;
  const measure = `<path class="dimension" d="M${px(place - 5)} ${px(from)}h10M${px(place - 5)} ${px(to)}h10M${px(place)} ${px(from)}V${px(to)}"/>`;
  const end =
    at < deepest ? `<circle class="dimension-end" cx="${px(place)}" cy="${px(y(at))}" r="4.5"/>` : '';
  return guide + measure + end;
}
