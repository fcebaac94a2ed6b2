import type { TimelineFrame, TimelineProps } from './timelineProps.ts';
import { evidenceEnd, periodsOf } from './axis.ts';
import { edges, layoutAcross, monthOf, yearsHeight, type AcrossLayout } from './lanes.ts';
import { answersSvg, breakSvg, dotSvg, keySvg, measureSvg, moveGroup, nameClass } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { textWidth, wrapText } from '../label/textWidth.ts';

/** The drawing whose time runs from left to right: one bank over the axis, the other under it, in lanes by topic. */
export function timelineAcross(props: TimelineProps, frame: TimelineFrame): string {
  const layout = layoutAcross(props, frame);
  const { right, axis, place } = layout;
  const [top, bottom] = [edges.top - 6, layout.lanes.at(-1)?.bottom ?? axis[1]];
  const answers = answersSvg(layout.placed);
  const moves = layout.placed.map(({ move, x, y, name, onLine }) => {
    const month = onLine ? null : monthOf(move, props, place);
    // On the side that the name leaves free.
    const whisker = month
      ? `<path class="leader" d="M${px(name?.end === true ? x : month[0])} ${px(y)}H${px(name?.end === false ? x : month[1])}"/>`
      : '';
    const lines = (layout.lined ? move.measures : [])
      .map((states, i) => measureSvg(states, props, place, y + 4.5 * i))
      .join('');
    const words = name
      ? `<text${nameClass(move, props.evidence, answers !== '')} x="${px(name.end ? name.box.x1 : name.box.x0)}" y="${px(name.box.y1 - 2.5)}"${name.end ? ' text-anchor="end"' : ''}>${escapeText(move.name)}</text>`
      : `<title>${escapeText(move.name)}</title>`;
    return moveGroup(move, whisker + lines + dotSvg(move, [x, y], props) + words);
  });
  const named = layout.placed.filter(({ name }) => name).length;
  const said =
    layout.placed.length === 0 ? props.words.empty : props.words.named(named, layout.placed.length);
  return [
    gridSvg(props, layout, [top, bottom]),
    lanesSvg(props, layout),
    answers,
    ...moves,
    `<text class="label-title" x="${edges.side}" y="${px(bottom + 24)}">${escapeText(said)}</text>`,
    keySvg(props, layout.lined, edges.side, bottom + 44, right - edges.side),
  ].join('');
}

function gridSvg(
  props: TimelineProps,
  { left, right, axis, place }: AcrossLayout,
  [top, bottom]: readonly [number, number],
): string {
  const years = axis[0] + yearsHeight;
  const periods = periodsOf(props);
  const at = periods.map(({ from }) => px(place(from)));
  const lines = at.map((x) => `M${x} ${px(top)}V${px(axis[0])}M${x} ${px(years)}V${px(bottom)}`);
  const ticks = at.map((x) => `M${x} ${px(axis[0])}V${px(years)}`);
  const words = periods.map(({ text, strong, from, to }) => {
    const [x, room] = [place(from), place(to) - place(from)];
    if (textWidth(text) + 5 > room) return '';
    return `<text${strong ? ' class="label-title"' : ''} x="${px(x + 4)}" y="${px(years - 7)}">${text}</text>`;
  });
  const under = axis[1] > years ? `M${left} ${px(years)}H${right}` : '';
  const grid = `<path class="cliff-grid" d="${lines.join('')}${under}"/><path class="leader" d="${ticks.join('')}"/>`;
  const axisLine = `<path class="cliff-axis" d="M${left} ${px(axis[0])}H${right}M${left} ${px(axis[1])}H${right}"/>`;
  return [grid, ...words, axisLine, foldSvg(props, place, axis), evidenceSvg(props, place, bottom)].join('');
}

/** The break of the scale: strokes over both lines of the spine, and what it does to the years before it. */
function foldSvg(
  { foldedUntil, words }: TimelineProps,
  place: AcrossLayout['place'],
  axis: readonly [number, number],
): string {
  if (foldedUntil === null) return '';
  const x = place(foldedUntil);
  const strokes = axis.map((y) => breakSvg([x, y])).join('');
  return `${strokes}<text class="label-detail" x="${px(x - 8)}" y="30" text-anchor="end">← ${escapeText(words.folded)}</text>`;
}

function evidenceSvg(props: TimelineProps, place: AcrossLayout['place'], bottom: number): string {
  const known = evidenceEnd(props, place);
  if (known === null) return '';
  const x = px(known);
  return `<path class="cliff-axis" d="M${x} 22V${px(bottom)}"/><text class="label-title" x="${x}" y="14" text-anchor="end">${escapeText(props.words.evidence)}</text>`;
}

/** Names of the banks and lanes, and the hairlines between them. */
function lanesSvg({ words }: TimelineProps, { lanes, axis, left, right }: AcrossLayout): string {
  const edge = lanes
    .filter(({ lane }, i) => lanes[i + 1]?.lane.bank === lane.bank)
    .map(({ bottom }) => `M${edges.side} ${px(bottom)}H${right}`)
    .join('');
  const names = lanes.flatMap(({ lane, top, bottom }) => {
    const text = wrapText(lane.name, left - edges.side - 10, 12.5);
    const first = (top + bottom) / 2 + 4 - (text.length - 1) * 7.5;
    return text.map(
      (line, row) =>
        `<text class="label-detail" x="${edges.side}" y="${px(first + row * 15)}">${escapeText(line)}</text>`,
    );
  });
  const bank = (name: string, y: number) =>
    `<text class="label-title" x="${edges.side}" y="${px(y)}">${escapeText(name)}</text>`;
  const over = lanes.some(({ lane }) => lane.bank === 'over') ? bank(`↑ ${words.over}`, 16) : '';
  const under = lanes.some(({ lane }) => lane.bank === 'under') ? bank(`↓ ${words.under}`, axis[1] + 16) : '';
  return (edge && `<path class="cliff-grid" d="${edge}"/>`) + names.join('') + over + under;
}
