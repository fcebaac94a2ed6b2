import { formatNumber } from '../../encoding/format.ts';
import { edges, type ChartFrame, type CliffLine, type CliffProps, type Level } from './chart.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { overlap, placeText, type Box, type Obstacle } from '../label/textPlacement.ts';

/** Says, below the lowest of them, what the lines past the edges of the machines are. */
export function beyondSvg(
  { words, scale }: CliffProps,
  drawn: readonly { line: CliffLine; levels: readonly Level[] }[],
  boxes: Box[],
): string {
  const ends = drawn.flatMap(({ line, levels }) => (line.beyond === null ? [] : levels.slice(-1)));
  const [first] = [...ends].sort((a, b) => a.from - b.from);
  if (!first || scale === 'linear') return '';
  const under = ends.filter(({ y }) => Math.abs(y - first.y) < 30).map(({ y }) => y);
  const y = Math.max(...under) + 18;
  boxes.push({ x0: first.from, y0: y - 13, x1: first.from + words.beyond.length * 6, y1: y + 4 });
  return `<text class="label-detail halo" x="${px(first.from + 6)}" y="${px(y)}">${escapeText(words.beyond)}</text>`;
}

/**
 * The name of a machine at the start of its line, over it or under it; null where other lines or words leave no room.
 * @param obstacles the lines of all machines: its own may run along the name, none through it
 */
export function startSvg(
  { id, label }: CliffLine,
  [start]: readonly Level[],
  obstacles: readonly Obstacle[],
  boxes: readonly Box[],
): { svg: string; box: Box } | null {
  const { y } = start!;
  const x0 = edges.left + 10;
  const taken = [...obstacles, ...boxes];
  const box = [y - 19, y + 4]
    .map((y0): Box => ({ x0, x1: x0 + label.title.length * 6.4, y0, y1: y0 + 15 }))
    .find((place) => place.y0 > edges.top - 6 && taken.every((other) => overlap(place, other) === 0));
  if (!box) return null;
  const svg = `<text class="label-detail halo"${rowMark(id, true)} x="${px(x0)}" y="${px(box.y0 + 12)}">${escapeText(label.title)}</text>`;
  return { svg, box };
}

/** The name of a machine with a leader to the end of its fast domain; of the one in full ink, where that end is. */
export function labelSvg(
  { id, label, steps }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  obstacles: readonly Obstacle[],
  boxes: readonly Box[],
  inked: boolean,
): { svg: string; box: Box } {
  const edge = levels[steps.length - 1]!;
  const small = frame.width < 600;
  const text = inked ? label.detail : label.title;
  const beside = { x0: edge.to + 10, x1: edge.to + 10 + text.length * 6.7, y0: edge.y - 21, y1: edge.y - 5 };
  const free =
    beside.x1 < frame.width - 6 && [...obstacles, ...boxes].every((one) => overlap(beside, one) === 0);
  const place = free
    ? { box: beside, align: 'start' as const }
    : placeText({
        anchor: [edge.to, edge.y],
        size: [text.length * 6.7, 16],
        frame: {
          x0: edges.left + 4,
          y0: edges.top - 6,
          x1: frame.width - 6,
          y1: frame.height - edges.bottom - 4,
        },
        obstacles,
        boxes,
        reach: small ? 130 : 200,
      });
  const { box, align } = place;
  const x = align === 'start' ? box.x0 : box.x1;
  const middle = (box.y0 + box.y1) / 2;
  // The leader ends at the side of the words that is nearer, with a knee where it has to climb.
  const near = edge.to < box.x0 ? box.x0 - 4 : edge.to > box.x1 ? box.x1 + 4 : null;
  const close = near !== null && Math.hypot(near - edge.to, middle - edge.y) < 18;
  const leader = close
    ? ''
    : near === null
      ? `M${px(edge.to)} ${px(edge.y)}V${px(edge.y < middle ? box.y0 - 3 : box.y1 + 2)}`
      : `M${px(edge.to)} ${px(edge.y)}L${px(near + (near > edge.to ? -10 : 10))} ${px(middle)}H${px(near)}`;
  const anchor = align === 'start' ? '' : ' text-anchor="end"';
  const svg = `${leader && `<path class="leader" d="${leader}"/>`}<circle class="dimension-end" cx="${px(edge.to)}" cy="${px(edge.y)}" r="${inked ? 4 : 2.5}"/><text class="${inked ? 'label-title' : 'label-detail'} halo"${rowMark(id, true)} x="${px(x)}" y="${px(box.y0 + 13)}"${anchor}>${escapeText(text)}</text>`;
  return { svg, box };
}

/** The name of the line in full ink, at its start. */
export function nameSvg(
  { id, label }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  boxes: Box[],
): string {
  const [x, y] = [edges.left + 10, levels[0]!.y - 10];
  boxes.push({ x0: x, x1: x + label.title.length * (frame.width < 600 ? 8.4 : 10), y0: y - 18, y1: y + 3 });
  return `<text class="cliff-name halo"${rowMark(id, true)} x="${x}" y="${px(y)}">${escapeText(label.title)}</text>`;
}

/** How many times the bandwidth falls at the edge of the machine in full ink, large, beside the drop. */
export function fallSvg(
  { beyond, steps }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  boxes: Box[],
): string {
  const before = levels[steps.length - 1]!;
  const after = levels[steps.length];
  if (beyond === null || !after) return '';
  const text = `×${formatNumber(Number((before.step.bandwidth / beyond).toPrecision(2)))}`;
  const x = after.from;
  const wide = text.length * 19;
  const left = x + 12 + wide > frame.width - edges.right;
  const y = (before.y + after.y) / 2 + 12;
  const x0 = left ? x - 12 - wide : x + 12;
  boxes.push({ x0, x1: x0 + wide, y0: y - 28, y1: y + 4 });
  const tick = (at: number) => `M${px(x - 5)} ${px(at)}h10`;
  return `<path class="dimension" d="${tick(before.y)}${tick(after.y)}"/><text class="cliff-fall halo" x="${px(left ? x - 12 : x + 12)}" y="${px(y)}"${left ? ' text-anchor="end"' : ''}>${text}</text>`;
}
