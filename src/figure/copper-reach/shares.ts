import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import type { ReachLayout } from './layout.ts';
import type { ReachFrame, ShareBar } from './reachProps.ts';

/** Slanted strokes inside a bar: what is estimated. */
function hatch(x: number, y: number, width: number, height: number, apart: number): string {
  const strokes: string[] = [];
  for (let at = 0; at < width + height; at += apart) {
    const [x0, y0] = at < width ? [x + at, y] : [x + width, y + at - width];
    const down = Math.min(height - (y0 - y), x0 - x);
    strokes.push(`M${px(x0)} ${px(y0)}L${px(x0 - down)} ${px(y0 + down)}`);
  }
  return strokes.join('');
}

/** How a published design divides its links among the media, as one bar at the foot of the drawing. */
export function sharesSvg(
  { left, shares: top, small }: ReachLayout,
  { width }: ReachFrame,
  bars: readonly ShareBar[],
  title: string,
): string {
  if (top === null || bars.length === 0) return '';
  const start = small ? 8 : left - 44;
  const all = width - start - (small ? 8 : 16);
  const whole = bars.reduce((sum, { share }) => sum + share, 0);
  const height = 9;
  let at = start;
  const drawn = bars.map(({ kind, share }) => {
    const long = (all * share) / whole;
    const box = `M${px(at)} ${px(top)}h${px(long)}v${height}h${px(-long)}z`;
    const inside = hatch(at, top, long, height, kind === 'active' ? 10 : 5);
    at += long;
    const hue = kind === 'light' ? 'reach-share-light' : 'reach-share-copper';
    return `<path class="${hue}" d="${box}${inside}"/>`;
  });
  const text = (bar: ShareBar, x: number, y: number, end = false) =>
    `<text class="label-detail"${rowMark(`share-${bar.id}`, true)} x="${px(x)}" y="${px(y)}"${end ? ' text-anchor="end"' : ''}>${escapeText(bar.label)}</text>`;
  const [first, ...others] = bars;
  const head = `<text class="label-detail" x="${px(start)}" y="${px(top - 6)}">${escapeText(title)}</text>`;
  const words = small
    ? [
        text(first!, start, top + 23),
        ...others.map((bar, i) => text(bar, i === 0 ? start : width - 8, top + 39, i > 0)),
      ]
    : [
        text(first!, start, top + 25),
        text(others[0]!, width - 16 - all * 0.24, top + 25, true),
        text(others[1]!, width - 16, top + 25, true),
      ];
  return head + drawn.join('') + words.join('');
}
