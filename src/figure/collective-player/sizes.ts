import { escapeText, px } from '../label/svgText.ts';
import { textWidth } from '../label/textWidth.ts';

/** How long a run takes by the bytes of a chip: of them so many seconds go whatever the bytes are. */
export interface SizeLine {
  readonly title: string;
  readonly waitSeconds: number;
  readonly secondsPerByte: number;
}

/** What a library plans, from size to size. */
export interface SizeCurve {
  readonly title: string;
  readonly points: readonly SizePoint[];
}

/** A published run. */
export interface SizePoint {
  readonly bytes: number;
  readonly seconds: number;
}

export interface SizeChart {
  readonly lines: readonly SizeLine[];
  readonly curves: readonly SizeCurve[];
  readonly measured: readonly SizePoint[];
  /** Bytes of the state. */
  readonly bytes: number;
  readonly words: {
    readonly waiting: string;
    readonly sending: string;
    readonly measured: string;
    readonly bytes: string;
  };
  readonly byteTicks: readonly { readonly bytes: number; readonly text: string }[];
  readonly timeText: (seconds: number) => string;
}

const frame = { width: 288, height: 214, left: 54, right: 12, top: 24, bottom: 38 } as const;
const [fewest, mostBytes] = [1e3, 1e10];

/** The time that a line gives for some bytes, seconds. */
export const lineTime = ({ waitSeconds, secondsPerByte }: SizeLine, bytes: number): number =>
  waitSeconds + secondsPerByte * bytes;

/** Bytes at which waiting and sending take as long; beyond either end where they never do. */
export const balance = ({ waitSeconds, secondsPerByte }: SizeLine): number =>
  secondsPerByte > 0 ? waitSeconds / secondsPerByte : Infinity;

/**
 * Time against size, both by factors. A line is thin where more than half of the time is waiting, and thick where bytes flow
 * for more than half; the first one's border is marked.
 */
export function sizesSvg({ lines, curves, measured, bytes, words, byteTicks, timeText }: SizeChart): string {
  const times = [
    ...lines.flatMap((line) => [lineTime(line, fewest), lineTime(line, mostBytes)]),
    ...[...measured, ...curves.flatMap(({ points }) => points)].map(({ seconds }) => seconds),
  ].filter((seconds) => seconds > 0);
  const [low, high] =
    times.length > 0
      ? [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))]
      : [-6, 0];
  const span = Math.max(1, high - low);
  const x = (size: number) =>
    frame.left +
    (Math.log10(size / fewest) / Math.log10(mostBytes / fewest)) * (frame.width - frame.left - frame.right);
  const y = (seconds: number) =>
    frame.height -
    frame.bottom -
    ((Math.log10(seconds) - low) / span) * (frame.height - frame.top - frame.bottom);
  const foot = frame.height - frame.bottom;
  const grid = Array.from({ length: span + 1 }, (_, k) => 10 ** (low + k))
    .filter((_, k) => span < 6 || k % 2 === 0)
    .map((seconds) => ({ at: y(seconds), text: timeText(seconds) }));
  const border = lines[0] ? balance(lines[0]) : 0;
  const marked = border > fewest * 3 && border < mostBytes / 3;
  const drawn = lines.filter((line) => lineTime(line, fewest) > 0);
  const text = (name: string, at: number, down: number, said: string, anchor = '') =>
    `<text class="${name}" x="${px(at)}" y="${px(down)}"${anchor && ` text-anchor="${anchor}"`}>${escapeText(said)}</text>`;
  return [
    `<svg class="drawing player-sizes" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true" focusable="false">`,
    `<path class="player-grid" d="${grid.map(({ at }) => `M${frame.left} ${px(at)}H${frame.width - frame.right}`).join('')}"/>`,
    ...grid.map(({ at, text: said }) => text('label-detail', frame.left - 5, at + 4, said, 'end')),
    `<path class="player-axis" d="M${frame.left} ${foot}H${frame.width - frame.right}"/>`,
    ...byteTicks.map((tick) => text('label-detail', x(tick.bytes), foot + 16, tick.text, 'middle')),
    text('label-detail', frame.width - frame.right, foot + 32, words.bytes, 'end'),
    marked ? `<path class="player-border" d="M${px(x(border))} ${frame.top - 6}V${foot}"/>` : '',
    ...regionWords(
      marked ? x(border) : border <= fewest * 3 ? frame.left : frame.width - frame.right,
      words,
      text,
    ),
    `<path class="player-now" d="M${px(x(bytes))} ${frame.top}V${foot}"/>`,
    ...curves.map(
      ({ points }) =>
        `<path class="player-library" d="${points.map((one, k) => `${k ? 'L' : 'M'}${px(x(one.bytes))} ${px(y(one.seconds))}`).join('')}"/>`,
    ),
    ...drawn.map((line) => linePaths(line, x, y)),
    measured.length > 0
      ? `<path class="player-measured" d="${measured.map((one) => `M${px(x(one.bytes) - 3)} ${px(y(one.seconds))}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`).join('')}"/>`
      : '',
    ...lineNames(
      [
        ...drawn.map((line) => ({ title: line.title, at: y(lineTime(line, fewest)) })),
        ...curves.map(({ title, points }) => ({ title, at: y(points[0]!.seconds) })),
      ],
      x(fewest),
      text,
    ),
    '</svg>',
  ].join('');
}

type Text = (name: string, at: number, down: number, said: string, anchor?: string) => string;

/** On which side of its border what rules. */
function regionWords(border: number, { waiting, sending }: SizeChart['words'], text: Text): string[] {
  const right = frame.width - frame.right;
  const up = frame.top - 10;
  return [
    border - frame.left > textWidth(waiting, 12.5) + 6
      ? text('label-detail', border - 5, up, waiting, 'end')
      : '',
    right - border > textWidth(sending, 12.5) + 6 ? text('label-detail', border + 5, up, sending) : '',
  ];
}

function linePaths(line: SizeLine, x: (bytes: number) => number, y: (seconds: number) => number): string {
  const border = Math.min(mostBytes, Math.max(fewest, balance(line)));
  const points = Array.from({ length: 57 }, (_, k) => fewest * (mostBytes / fewest) ** (k / 56));
  const path = (sizes: readonly number[]) =>
    sizes.map((size, k) => `${k ? 'L' : 'M'}${px(x(size))} ${px(y(lineTime(line, size)))}`).join('');
  const thin = [...points.filter((size) => size < border), border];
  const thick = [border, ...points.filter((size) => size > border)];
  return (
    (border > fewest ? `<path class="player-line" d="${path(thin)}"/>` : '') +
    (border < mostBytes ? `<path class="player-line player-flows" d="${path(thick)}"/>` : '')
  );
}

/** Names over the left ends of lines, each clear of the one below it. */
function lineNames(
  lines: readonly { readonly title: string; readonly at: number }[],
  left: number,
  text: Text,
): string[] {
  let last = Infinity;
  return [...lines]
    .sort((a, b) => b.at - a.at)
    .map(({ title, at }) => {
      const down = Math.max(frame.top + 12, Math.min(at - 5, last - 14));
      last = down;
      return text('label-title halo', left + 4, down, title);
    });
}
