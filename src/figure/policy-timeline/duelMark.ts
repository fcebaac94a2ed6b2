import type { TimelineMove, TimelineProps } from './timelineProps.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText } from '../label/svgText.ts';
import type { Joined } from './join.ts';
import type { Pen, StrokePaths } from './stroke.ts';
import { textWidth } from '../label/textWidth.ts';

/** Whether a move is named on the sheet: what is told, and what somebody asked for. */
export const isNamed = ({ large, weight }: TimelineMove): boolean =>
  weight === 'picked' || weight === 'told' || weight === 'linked' || (large && weight !== 'faded');

const isMeant = ({ weight }: TimelineMove): boolean => weight === 'told' || weight === 'picked';

/** Whether a few moves are meant, told or picked, and nothing else is brought out: a narrow sheet names those alone. */
export const isTelling = ({ moves }: Pick<TimelineProps, 'moves'>): boolean =>
  moves.some(isMeant) && !moves.some(({ weight }) => weight === 'linked' || weight === 'faded');

/** Whether a move is named on a narrow sheet. */
export const isNamedDown = (move: TimelineMove, telling: boolean): boolean =>
  telling ? isMeant(move) : isNamed(move);

/** Pixels: large for what is told, the size of the other words for what was asked for. */
export const nameSize = ({ large }: TimelineMove): number => (large ? 16 : 13);

/** The type of titles is a tenth narrower than that of labels; measured on the names of the record. */
export const nameWidth = (move: TimelineMove): number =>
  Math.max(textWidth(move.name, nameSize(move)) * 0.9, textWidth(move.dated, 12.5));

/** What is said under a narrow sheet while moves are meant, of which so many are named. */
export const toldNote = ({ moves, words }: Pick<TimelineProps, 'moves' | 'words'>): string =>
  words.told(moves.filter(isMeant).length, moves.length);

/** What is said under a sheet of moves, of which so many are named. */
export const sheetNote = ({ moves, words }: Pick<TimelineProps, 'moves' | 'words'>, named: number): string =>
  moves.length === 0 ? words.empty : `${words.named(named, moves.length)} ${words.strokes}`;

const classes = ({ firm, weight, large }: TimelineMove): string =>
  [
    firm ? 'dimension-end' : 'fill-empty',
    ...(weight === 'faded' ? ['moves-faint'] : []),
    ...(weight === 'plain' && !large ? ['moves-small'] : []),
  ].join(' ');

/** A move to be drawn: its stroke, the line to its name, and the name's place and what follows it; null where it has none. */
export interface DrawnMove {
  readonly move: TimelineMove;
  readonly paths: StrokePaths;
  readonly stem: string;
  /** Attributes of the place of the name, and what follows it. */
  readonly text: { readonly at: string; readonly more: string } | null;
}

const gapSvg = (dotted: string) => dotted && `<path class="moves-gap" d="${dotted}"/>`;

/** Strokes without a name stand under the others, those of one look in one group; each other one with its words. */
export function movesSvg(moves: readonly DrawnMove[]): string {
  const plain = moves.filter(({ text }) => text === null);
  const looks = Map.groupBy(plain, ({ move }) => classes(move));
  const groups = [...looks].map(
    ([look, held]) =>
      `<g class="${look}">${held.map(({ move, paths }) => `<path${rowMark(move.id, false)} d="${paths.solid}"/>`).join('')}</g>`,
  );
  return [gapSvg(plain.map(({ paths }) => paths.dotted).join('')), ...groups, ...moves.map(namedSvg)].join(
    '',
  );
}

function namedSvg({ move, paths, stem, text }: DrawnMove): string {
  if (!text) return '';
  const pole = stem ? `<path class="leader" d="${stem}"/>` : '';
  const style = move.large ? `moves-large${isMeant(move) ? ' moves-told' : ''}` : 'label-title';
  return `<g${rowMark(move.id, false)}>${pole}<path class="${classes(move)}" d="${paths.solid}"/>${gapSvg(paths.dotted)}<text class="${style}"${text.at}>${escapeText(move.name)}${text.more}</text></g>`;
}

/** Where a stroke begins: along the axis, and across it. */
interface Start {
  readonly at: number;
  readonly off: number;
}

/** The course of a line between two moves: out of the one bank, over the axis, into the other. */
export function joinCourse(
  { from, to }: Joined,
  placed: readonly (Start & { readonly move: TimelineMove })[],
  [upper, lower]: readonly [number, number],
): Start[] {
  const [a, b] = [from, to].map((id) => placed.find(({ move }) => move.id === id)!) as [
    (typeof placed)[number],
    (typeof placed)[number],
  ];
  const edge = { over: upper, under: lower, both: null } as const;
  const turns = a.move.bank === b.move.bank ? [] : [a, b];
  const levels = turns.flatMap(({ move, at }): Start[] => {
    const off = edge[move.bank];
    return off === null ? [] : [{ at, off }];
  });
  return [a, ...levels, b].map(({ at, off }) => ({ at, off }));
}

/** Lines between moves, dashed for answers on record, whole between two that are told. */
export function joinsSvg(
  joined: readonly Joined[],
  placed: readonly (Start & { readonly move: TimelineMove })[],
  pen: Pen,
  axis: readonly [number, number],
): string {
  const of = (kind: Joined['kind']) =>
    joined
      .filter((one) => one.kind === kind)
      .map(
        (one) =>
          `M${joinCourse(one, placed, axis)
            .map(({ at, off }) => pen.point(at, off))
            .join('L')}`,
      )
      .join('');
  const [answers, told] = [of('answer'), of('told')];
  return (
    (answers && `<path class="moves-answer" d="${answers}"/>`) +
    (told && `<path class="moves-join" d="${told}"/>`)
  );
}
