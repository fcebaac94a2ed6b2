import type { Stretch } from '../../model/wire/wire.ts';
import { roundStep, ticksOf } from './ruler.ts';
import { endingStrands, strandsOf } from './strands.ts';

/** Where the wire runs, pixels from the left edge of its drawing, and the ruler beside it. */
const [left, ruler] = [58, 50];
/** Height over the end in which strands turn aside, from one to the next, and how far they lead; pixels. */
const [turning, apart, aside] = [64, 4, 80];

const show = (value: number) => String(Math.round(value * 100) / 100);
const share = (at: number) => `${show(at * 100)}%`;

/**
 * One stretch of the wire as SVG: upright, true to length from its upper to its lower edge whatever its height, one strand a
 * port. Where strands end at the end of a stretch of copper they turn aside. Beside it a ruler, with a bar for its scale.
 *
 * @param length writes metres
 */
export function laneSvg(stretch: Stretch, next: Stretch | null, length: (metres: number) => string): string {
  const strands = strandsOf(stretch);
  const ending = stretch.medium === 'copper' && next ? endingStrands(stretch, next) : 0;
  const staying = strands.length - ending;
  const lines = strands.map(({ x, width }, i) =>
    stretch.medium === 'light'
      ? `<line class="wire-light" x1="${show(left + x)}" x2="${show(left + x)}" y1="0" y2="100%" stroke-width="${show(width)}"/>`
      : `<rect class="${i < staying ? 'wire-copper' : 'wire-copper wire-ending'}" x="${show(left + x - width / 2)}" width="${show(width)}"/>`,
  );
  const turns = strands.slice(staying).map(({ x }, i) => {
    const y = -14 - i * apart;
    return `M${show(left + x)} ${-turning}V${y - 7}q0 7 7 7H${left + aside}`;
  });
  const ends = strands.slice(staying).map((_, i) => `M${left + aside} ${-14 - i * apart - 1.5}v3`);
  const marks = ticksOf(stretch).map(({ at, named, metres }) => {
    const y = share(at);
    const line = `<line class="wire-ruler" x1="${ruler - (named ? 10 : 5)}" x2="${ruler}" y1="${y}" y2="${y}"/>`;
    const clear = at > 0.12 && at < 0.93;
    return named && clear
      ? `${line}<text x="${ruler - 13}" y="${y}" dy=".35em">${length(metres)}</text>`
      : line;
  });
  const bar = barOf(stretch);
  return [
    '<svg class="wire-lane" width="100%" height="100%" aria-hidden="true" focusable="false">',
    `<line class="wire-ruler" x1="${ruler}" x2="${ruler}" y1="0" y2="100%"/>`,
    `<rect class="wire-bar" x="${ruler - 2}" y="0" width="4" height="${share(bar.share)}"/>`,
    ...marks,
    ...lines,
    stretch.medium !== next?.medium && next
      ? `<svg y="100%" overflow="visible"><rect class="wire-module" x="${left - 4}" y="-9" width="${show(staying * strands[0]!.pitch + 8)}" height="18"/></svg>`
      : '',
    turns.length > 0
      ? `<svg y="100%" overflow="visible"><path class="wire-turn" stroke-width="${show(strands[0]!.width)}" d="${turns.join('')}"/><path class="wire-stop-mark" d="${ends.join('')}"/></svg>`
      : '',
    '</svg>',
  ].join('');
}

/** The wire above its first stretch, where nothing is measured yet. */
export function leadSvg(first: Stretch): string {
  const strands = strandsOf(first).map(
    ({ x, width }) => `<rect class="wire-copper" x="${show(left + x - width / 2)}" width="${show(width)}"/>`,
  );
  return `<svg class="wire-lane" width="100%" height="100%" aria-hidden="true" focusable="false">${strands.join('')}</svg>`;
}

/** The scale bar of a stretch: a round length of at most a fifth of it, metres, and its share of the stretch. */
export function barOf({ from, to }: Pick<Stretch, 'from' | 'to'>): {
  readonly share: number;
  readonly metres: number;
} {
  const metres = roundStep(to - from, 5);
  return { share: metres / (to - from), metres };
}
