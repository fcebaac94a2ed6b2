import { formatNumber } from '../../encoding/format.ts';
import {
  bandwidthTicks,
  chipTicks,
  cliffScales,
  edges,
  levelsOf,
  type ChartFrame,
  type CliffProps,
  type Level,
} from './chart.ts';
import { guessBeside, questionSvg } from './guess.ts';
import { beyondSvg, fallSvg, labelSvg, nameSvg, startSvg } from './words.ts';
import { escapeText, px } from '../label/svgText.ts';
import type { Box, Obstacle } from '../label/textPlacement.ts';

/** The staircases as SVG text. Everything stands in it twice where the reader has yet to guess: question and answer. */
export function bandwidthCliff(props: CliffProps, frame: ChartFrame): string {
  const { question } = props;
  const answer = answerSvg(props, frame);
  const asked = question ? `<g class="cliff-question">${questionSvg(props, props.first, frame)}</g>` : '';
  return [
    `<svg class="drawing cliff" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    axesSvg(props, frame),
    question ? `<g class="cliff-answer">${answer}</g>` : answer,
    asked,
    '</svg>',
  ].join('');
}

function axesSvg({ scale, times, words }: CliffProps, frame: ChartFrame): string {
  const { x, y } = cliffScales(frame, scale);
  const bottom = frame.height - edges.bottom;
  const right = frame.width - edges.right;
  const rows = bandwidthTicks[scale].map(
    (value) =>
      `<path class="cliff-grid" d="M${edges.left} ${px(y(value))}H${right}"/><text class="cliff-tick" x="${edges.left - 8}" y="${px(y(value) + 4)}" text-anchor="end">${formatNumber(value * times)}</text>`,
  );
  const columns = chipTicks.map(
    (value) =>
      `<path class="cliff-grid" d="M${px(x(value))} ${edges.top}V${bottom}"/><text class="cliff-tick" x="${px(x(value))}" y="${bottom + 19}" text-anchor="middle">${formatNumber(value)}</text>`,
  );
  return `${rows.join('')}${columns.join('')}<path class="cliff-axis" d="M${edges.left} ${edges.top}V${bottom}H${right}"/><text class="label-title" x="10" y="18">↑ ${escapeText(words.y)}</text><text class="label-title" x="${right}" y="${frame.height - 6}" text-anchor="end">${escapeText(words.x)} →</text>`;
}

function answerSvg(props: CliffProps, frame: ChartFrame): string {
  const drawn = levelsOf(props, frame);
  const strokes: string[] = [];
  const guess = guessBeside(props.question ? { ...props, guess: null } : props, props.first, frame);
  const obstacles: Obstacle[] = drawn.flatMap(({ levels }) =>
    levels.flatMap(({ from, to, y }, i): Obstacle[] => {
      const before = levels[i - 1];
      const level = { x0: from, x1: to, y0: y - 3, y1: y + 3 };
      return before
        ? [level, { x0: from - 1, x1: from + 1, y0: Math.min(before.y, y), y1: Math.max(before.y, y) }]
        : [level];
    }),
  );
  // Outlines first: where a firm line runs along an announced one, the firm one lies on top.
  const inked = drawn.find(({ line }) => line.id === props.focus);
  const order = [...drawn].sort((a, b) => Number(a.line.firm) - Number(b.line.firm));
  for (const { line, levels } of [...order.filter((one) => one !== inked), ...(inked ? [inked] : [])]) {
    const own = strokes.length;
    levels.forEach((level, i) => {
      const before = levels[i - 1];
      if (before)
        strokes.push(`<path class="cliff-drop" d="M${px(level.from)} ${px(before.y)}V${px(level.y)}"/>`);
      strokes.push(levelSvg(level, line.firm));
    });
    if (line.beyond === null) {
      const end = levels.at(-1)!;
      strokes.push(`<path class="cliff-drop" d="M${px(end.to)} ${px(end.y - 6)}v12"/>`);
    }
    strokes.push(
      `<g class="${line.id === props.focus ? 'cliff-inked' : 'cliff-faint'}">${strokes.splice(own).join('')}</g>`,
    );
  }
  const boxes: Box[] = [];
  const name = inked ? nameSvg(inked.line, inked.levels, frame, boxes) : '';
  const fall = inked ? fallSvg(inked.line, inked.levels, frame, boxes) : '';
  const outside = beyondSvg(props, drawn, boxes);
  const guessName = guess.name(obstacles, boxes);
  // No leader passes through the end of another machine's line.
  const ends = drawn.map(({ line, levels }): Box => {
    const { to, y } = levels[line.steps.length - 1]!;
    return { x0: to - 4, y0: y - 4, x1: to + 4, y1: y + 4 };
  });
  // Names stand where lines begin; only what has no room there is led to from elsewhere.
  const atStart = new Map(
    drawn.flatMap(({ line, levels }) => {
      const found = line === inked?.line ? null : startSvg(line, levels, obstacles, boxes);
      if (!found) return [];
      boxes.push(found.box);
      return [[line.id, found.svg] as const];
    }),
  );
  const words = drawn.map(({ line, levels }, own) => {
    const named = atStart.get(line.id);
    if (named !== undefined) return named;
    const others = ends.filter((_, i) => i !== own);
    const { svg, box } = labelSvg(
      line,
      levels,
      frame,
      obstacles,
      [...boxes, ...others],
      line === inked?.line,
    );
    boxes.push(box);
    return svg;
  });
  const ground = inked ? groundSvg(inked.levels, frame) : '';
  return ground + guess.line + strokes.join('') + outside + fall + words.join('') + name + guessName;
}

/** What lies under a line, as a section through ground shows earth. */
function groundSvg(levels: readonly Level[], frame: ChartFrame): string {
  const bottom = frame.height - edges.bottom;
  const top = levels.map(({ y, to }) => `V${px(y)}H${px(to)}`).join('');
  return `<path class="cliff-ground" d="M${edges.left} ${bottom}${top}V${bottom}z"/>`;
}

/** A dash and a gap of light, as the style sheet draws them, pixels. */
const dash = 14;

function levelSvg({ from, to, y, step }: Level, firm: boolean): string {
  const d = `M${px(from)} ${px(y)}H${px(to)}`;
  const medium = step.light ? 'cliff-light' : 'cliff-copper';
  // Dashes keep one beat across the drawing, so that lines of the same value stay dashed.
  const beat = step.light ? ` stroke-dashoffset="${px((from - edges.left) % dash)}"` : '';
  const line = `<path class="cliff-level ${medium}${firm ? '' : ' cliff-outline'}"${beat} d="${d}"/>`;
  return firm ? line : `${line}<path class="cliff-hollow" d="${d}"/>`;
}
