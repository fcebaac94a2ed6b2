import type { TimelineFrame, TimelineMove, TimelineProps } from './timelineProps.ts';
import { evidenceEnd, periodsOf, timeScale } from './axis.ts';
import { breakSvg, dotSvg, keySvg, measureSvg, moveGroup, nameClass } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { textWidth, wrapText } from '../label/textWidth.ts';

const edges = { top: 52, bottom: 112, side: 14 } as const;
const widest = 36;
const headHeight = 26;
const size = 13;

/**
 * Measures one under another, for a phone: the name of each over its line, all on one axis of time, first those of the
 * United States and its partners, then those of China.
 */
export function timelineStack(props: TimelineProps, frame: TimelineFrame): string {
  const [left, right] = [edges.side + 4, frame.width - edges.side - 4];
  const place = timeScale(props, left, right);
  const groups = (['over', 'both', 'under'] as const)
    .map((bank) => ({ bank, moves: props.moves.filter((move) => move.bank === bank) }))
    .filter(({ moves }) => moves.length > 0);
  const room = frame.height - edges.top - edges.bottom - headHeight * groups.length;
  const step = Math.min(widest, room / Math.max(1, props.moves.length));
  const parts: string[] = [];
  let y = edges.top;
  for (const { bank, moves } of groups) {
    const title =
      bank === 'both' ? props.lanes.find(({ id }) => id === moves[0]!.lane)?.name : props.words[bank];
    parts.push(
      `<text class="label-title" x="${edges.side}" y="${px(y + 18)}">${escapeText(title ?? '')}</text>`,
    );
    y += headHeight;
    for (const move of moves) {
      parts.push(rowSvg(move, props, place, y + step, [left, right]));
      y += step;
    }
  }
  const said =
    props.moves.length === 0 ? props.words.empty : props.words.named(props.moves.length, props.moves.length);
  const key = keySvg(props, true, edges.side, y + 46, right - left);
  return `${gridSvg(props, place, [edges.top, y + 10])}${parts.join('')}<text x="${edges.side}" y="${px(y + 28)}">${escapeText(said)}</text>${key}`;
}

/** One measure: its name, shortened by nothing, over its line; `bottom` is the lower edge of its row. */
function rowSvg(
  move: TimelineMove,
  props: TimelineProps,
  place: (day: number) => number,
  bottom: number,
  [left, right]: readonly [number, number],
): string {
  const level = bottom - 5;
  const x = Math.max(left, place(Math.max(props.from, Math.min(move.from, props.to))));
  const bold = move.weight === 'picked' || move.weight === 'linked' ? 1.06 : 1;
  const width = textWidth(move.name, size) * bold;
  const known = move.from > props.evidence ? right : Math.min(right, place(props.evidence + 1) - 4);
  const start = Math.max(left, Math.min(x - 4, known - width));
  const lines = move.measures.map((states, i) => measureSvg(states, props, place, level + 5 * i));
  const name = `<text${nameClass(move, props.evidence)} x="${px(start)}" y="${px(level - 8)}">${escapeText(move.name)}</text>`;
  return moveGroup(move, lines.join('') + dotSvg(move, [x, level], props) + name);
}

function gridSvg(
  props: TimelineProps,
  place: (day: number) => number,
  [top, bottom]: readonly [number, number],
): string {
  const periods = periodsOf(props).map(({ text, from, to }) => {
    const [x, room] = [place(from), place(to) - place(from)];
    const short = text.split(' ')[0]!;
    const word = textWidth(short) <= room ? `<text x="${px(x + 3)}" y="${top - 8}">${short}</text>` : '';
    return `<path class="cliff-grid" d="M${px(x)} ${top - 20}V${px(bottom)}"/>${word}`;
  });
  const fold = props.foldedUntil === null ? '' : breakSvg([place(props.foldedUntil), top]);
  const axis = `${fold}<path class="cliff-axis" d="M${px(place(props.from))} ${top}H${px(place(props.to))}"/>`;
  const x = evidenceEnd(props, place);
  if (x === null) return periods.join('') + axis;
  const words = wrapText(props.words.evidence, 400)[0]!;
  return `${periods.join('')}${axis}<path class="cliff-axis" d="M${px(x)} 22V${px(bottom)}"/><text class="label-title" x="${px(Math.max(x, textWidth(words) + 8))}" y="16" text-anchor="end">${escapeText(words)}</text>`;
}
