import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import type { DrawnPart, FailureProps } from './props.ts';
import { pinClass, pinHeight, stavesSvg } from './staves.ts';

/** Pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/**
 * A quarter of a year as bars, one a week, cut where the machine stands, with a pin where a part fails. Beside or above
 * them the parts with their counts, and how long it takes until the first of all fails.
 */
export function drawFailures(props: FailureProps, frame: Frame): string {
  const { width, height } = frame;
  const { parts } = props;
  const wide = width >= 900;
  const middle = width >= 600;
  const edge = wide ? 30 : middle ? 24 : 14;
  const inner = width - 2 * edge;
  const step = middle ? 58 : 24;
  const list = wide
    ? listBeside(parts, { x: edge, top: 118, bottom: height - 14 })
    : middle
      ? listAbove(parts, { x: edge, y: 106, width: inner, row: step })
      : listNarrow(parts, { x: edge, y: 96, width: inner, row: step });
  const rows = Math.ceil(parts.length / (middle ? 2 : 1));
  const area = {
    left: wide ? 412 : middle ? 76 : 34,
    right: width - edge,
    top: wide ? 46 : (middle ? 106 : 96) + rows * step + (middle ? 6 : 16),
    bottom: height - (middle ? 30 : 44),
  };
  return [
    `<svg class="drawing failures" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">`,
    headSvg(props, edge, wide ? 186 : inner * 0.56),
    list,
    stavesSvg(props, area, middle),
    '</svg>',
  ].join('');
}

const detail = (id: string, text: string, x: number, y: number, anchor = ''): string =>
  `<text class="label-detail"${rowMark(id, true)} x="${px(x)}" y="${px(y)}"${anchor}>${escapeText(text)}</text>`;

/** How long until the first part fails, and how much of the time the machine runs, large. */
function headSvg({ words }: FailureProps, x: number, second: number): string {
  const pair = (row: string, label: string, number: string, at: number) =>
    `<text class="label-detail" x="${px(at)}" y="28">${escapeText(label)}</text><text class="fail-number"${rowMark(row, true)} x="${px(at)}" y="68">${escapeText(number)}</text>`;
  const first = pair('first', words.first, words.firstTime, x);
  return words.runsShare === '' ? first : first + pair('runs', words.runs, words.runsShare, x + second);
}

/** A pin of this kind of part on a piece of bar. */
function sample(parts: readonly DrawnPart[], part: number, x: number, y: number, size: number): string {
  return `<path class="fail-bar" stroke-width="${px(size * 0.5)}" d="M${px(x)} ${px(y - size / 4)}h${px(size * 0.45)}m${px(size * 0.3)} 0h${px(size * 0.45)}"/><path class="${pinClass(parts[part]!.id, 'repair')} fail-sample" d="M${px(x + size * 0.52)} ${px(y - size / 2)}v${px(-pinHeight(part, parts.length, size))}"/>`;
}

/** Parts under one another, their counts large. */
function listBeside(
  parts: readonly DrawnPart[],
  { x, top, bottom }: { x: number; top: number; bottom: number },
): string {
  const row = Math.min(112, (bottom - top) / parts.length);
  return parts
    .map(({ id, count, kind, life, every }, i) => {
      const y = top + i * row;
      return [
        `<path class="fail-rule" d="M${px(x)} ${px(y)}h${px(300)}"/>`,
        sample(parts, i, x, y + 44, 22),
        `<text class="fail-count" x="${px(x + 44)}" y="${px(y + 36)}"${rowMark(id, true)}>${escapeText(count)} <tspan class="fail-kind">${escapeText(kind)}</tspan></text>`,
        detail(id, life, x + 44, y + 57),
        every === '' ? '' : detail(id, every, x + 44, y + 75),
      ].join('');
    })
    .join('');
}

/** Parts in two columns. */
function listAbove(
  parts: readonly DrawnPart[],
  { x, y, width, row }: { x: number; y: number; width: number; row: number },
): string {
  return parts
    .map(({ id, count, kind, life, every }, i) => {
      const left = x + (i % 2) * width * 0.56;
      const line = y + Math.floor(i / 2) * row;
      const title = `<text class="label-title"${rowMark(id, true)} x="${px(left + 32)}" y="${px(line)}">${escapeText(`${count} ${kind}`)}</text>`;
      return (
        sample(parts, i, left, line + 6, 17) +
        title +
        detail(id, life, left + 32, line + 17) +
        (every === '' ? '' : detail(id, every, left + 32, line + 33))
      );
    })
    .join('');
}

/** Parts a line each: how many, and how often one of them fails. */
function listNarrow(
  parts: readonly DrawnPart[],
  { x, y, width, row }: { x: number; y: number; width: number; row: number },
): string {
  return parts
    .map(({ id, count, kind, life, short }, i) => {
      const line = y + i * row;
      const title = `<text class="label-title"${rowMark(id, true)} x="${px(x + 24)}" y="${px(line)}">${escapeText(`${count} ${kind}`)}</text>`;
      return (
        sample(parts, i, x, line + 3, 13) +
        title +
        detail(id, short === '' ? life : short, x + width, line, ' text-anchor="end"')
      );
    })
    .join('');
}
