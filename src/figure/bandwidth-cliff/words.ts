import { formatNumber } from '../../encoding/format.ts';
import { edges, type ChartFrame, type CliffLine, type CliffProps, type Level } from './chart.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { placeText, type Box, type Obstacle } from '../label/textPlacement.ts';

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

/** The name of a machine with a leader to the end of its fast domain. */
export function labelSvg(
  { id, label, steps }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  obstacles: readonly Obstacle[],
  boxes: readonly Box[],
): { svg: string; box: Box } {
  const edge = levels[steps.length - 1]!;
  const small = frame.width < 600;
  const widest = Math.max(label.title.length * 6.7, small ? 0 : label.detail.length * 6);
  const place = placeText({
    anchor: [edge.to, edge.y],
    size: [widest, small ? 16 : 32],
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
  const leader =
    near === null
      ? `M${px(edge.to)} ${px(edge.y)}V${px(edge.y < middle ? box.y0 - 3 : box.y1 + 2)}`
      : `M${px(edge.to)} ${px(edge.y)}L${px(near + (near > edge.to ? -10 : 10))} ${px(middle)}H${px(near)}`;
  const anchor = align === 'start' ? '' : ' text-anchor="end"';
  const svg = `<path class="leader" d="${leader}"/><circle class="dimension-end" cx="${px(edge.to)}" cy="${px(edge.y)}" r="3"/><text class="label-title halo"${rowMark(id, true)} x="${px(x)}" y="${px(box.y0 + 13)}"${anchor}>${escapeText(label.title)}</text>${small ? '' : `<text class="label-detail halo"${rowMark(id, true)} x="${px(x)}" y="${px(box.y0 + 28)}"${anchor}>${escapeText(label.detail)}</text>`}`;
  return { svg, box };
}

/** How many times the bandwidth falls at the edge of the machine, beside the drop, as a dimension is written. */
export function ratioSvg(
  { beyond, steps }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  obstacles: readonly Obstacle[],
  boxes: Box[],
): string {
  const before = levels[steps.length - 1]!;
  const after = levels[steps.length];
  if (beyond === null || !after) return '';
  const text = `×${formatNumber(Number((before.step.bandwidth / beyond).toPrecision(2)))}`;
  const drop = { x0: after.from - 1, x1: after.from + 1, y0: before.y, y1: after.y };
  const { box, align, clear } = placeText({
    anchor: [after.from, (before.y + after.y) / 2],
    size: [text.length * 8, 15],
    frame: { x0: edges.left, y0: before.y + 4, x1: frame.width - 4, y1: after.y - 4 },
    obstacles: obstacles.filter(({ x0, x1 }) => x0 !== drop.x0 || x1 !== drop.x1),
    boxes,
    reach: 60,
  });
  // Where there is no room for it, the list beside the drawing says it alone.
  if (!clear) return '';
  boxes.push(box);
  const tick = (y: number) => `M${px(after.from - 4)} ${px(y)}h8`;
  return `<path class="dimension" d="${tick(before.y)}${tick(after.y)}"/><text class="cliff-ratio halo" x="${px(align === 'start' ? box.x0 : box.x1)}" y="${px(box.y1 - 3)}"${align === 'start' ? '' : ' text-anchor="end"'}>${text}</text>`;
}
