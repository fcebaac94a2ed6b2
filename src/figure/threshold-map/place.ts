import { meets, overlap, type Box } from '../label/textPlacement.ts';
import { px } from '../label/svgText.ts';

type Point = readonly [x: number, y: number];

/** What words on the plane keep off. */
export interface Room {
  /** Words and marks: neither words nor leaders may touch them. */
  readonly boxes: readonly Box[];
  /** Leaders as small boxes: words keep off them, and no leader crosses another. */
  readonly trails: readonly Box[];
  /** Lines of the law, which words avoid where they can. */
  readonly lines: readonly Box[];
}

/** What the words of one mark keep off. */
export interface Taken extends Room {
  /** The mark itself with all that hangs at it: its words keep off it, its leader comes from it. */
  readonly mark: Box;
  /** Of the mark, in pixels: what it covers its leader need not keep off. */
  readonly radius: number;
}

export interface Label {
  readonly box: Box;
  readonly align: 'start' | 'end';
  /** From the mark to the words; null where they stand close enough without. */
  readonly leader: readonly [Point, Point] | null;
}

/** Directions round a mark, those along a draughtsman's habit first: right, up right, down right, left … */
const turns = [-0.3, 0.3, -0.8, 0.8, 0, -1.2, 1.2, -1.57, 1.57, -2.34, 2.34, -2.84, 2.84, 3.14, -1.94, 1.94];

/** Farthest in pixels that words stand from their mark, so that a leader can be followed at a glance. */
export const longest = 76;

/**
 * Finds the place for words near a mark: of rings of growing distance, the place nearest to the mark and least on the
 * lines of the law, whose words and leader touch no other words, marks and leaders.
 * @param size width and height of the words in pixels
 * @param frame words stay inside
 * @returns null where there is no such place within reach.
 */
export function placeLabel(
  [x, y]: Point,
  [width, height]: Point,
  frame: Box,
  { boxes, trails, lines, mark, radius }: Taken,
): Label | null {
  const others = trails.filter((one) => Math.hypot(middle(one)[0] - x, middle(one)[1] - y) > 13);
  const fixed = [...boxes, ...trails, mark];
  let best: (Label & { cost: number }) | null = null;
  for (let distance = 8; distance <= longest; distance += 5)
    turns.forEach((turn, rank) => {
      const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
      const align = dx > -0.01 ? 'start' : 'end';
      const near = Math.abs(dx) < 0.2 ? x - 4 : x + dx * distance;
      const x0 = align === 'start' ? near : near - width;
      const y0 = y + dy * distance - height / 2 + (dy * height) / 3;
      const box = { x0, x1: x0 + width, y0, y1: y0 + height };
      if (x0 < frame.x0 || box.x1 > frame.x1 || y0 < frame.y0 || box.y1 > frame.y1) return;
      const room = { x0: x0 - 2, x1: box.x1 + 2, y0: y0 - 1, y1: box.y1 + 1 };
      const reach = distance + 2 * rank;
      if (best && reach >= best.cost) return;
      if (fixed.some((one) => overlap(room, one) > 0)) return;
      const leader = leaderTo([x, y], box);
      if (leader && [...boxes, ...others].some((one) => meets(...beyond(leader, radius), one))) return;
      const struck = 34 * lines.filter((line) => overlap(room, line) > 0).length;
      // A leader may cross a line of the law; one that runs along it is lost.
      const along = leader
        ? alongOf(leader).filter((one) => lines.some((line) => overlap(one, line) > 0))
        : [];
      const cut = 4 * along.length;
      const cost = reach + struck + cut;
      if (!best || cost < best.cost) best = { box, align, leader, cost };
    });
  return best;
}

const middle = ({ x0, x1, y0, y1 }: Box): Point => [(x0 + x1) / 2, (y0 + y1) / 2];

/** A leader without what its own mark covers: marks may stand closer than they are wide. */
function beyond([[x, y], end]: readonly [Point, Point], radius: number): [Point, Point] {
  const part = radius / Math.hypot(end[0] - x, end[1] - y);
  return [[x + (end[0] - x) * part, y + (end[1] - y) * part], end];
}

/** The leader from a mark to words that stand away from it. */
function leaderTo([x, y]: Point, { x0, x1, y0, y1 }: Box): Label['leader'] {
  const side = x < x0 ? x0 - 3 : x > x1 ? x1 + 3 : null;
  const end: Point =
    side === null ? [x, y < y0 ? y0 - 1 : y1 + 1] : [side, Math.min(y1 - 5, Math.max(y0 + 7, y))];
  return Math.hypot(end[0] - x, end[1] - y) < 13 ? null : [[x, y], end];
}

export const leaderSvg = (leader: Label['leader']): string =>
  leader ? `<path class="leader" d="M${leader.map((point) => point.map(px).join(' ')).join('L')}"/>` : '';

/** Small boxes along a line, for words and other leaders to keep off it. */
export function alongOf(points: readonly Point[]): Box[] {
  return points.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = points[i]!;
    const count = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 6);
    return Array.from({ length: count }, (_, step): Box => {
      const [x, y] = [x0 + ((x1 - x0) * (step + 1)) / count, y0 + ((y1 - y0) * (step + 1)) / count];
      return { x0: x - 3, x1: x + 3, y0: y - 3, y1: y + 3 };
    });
  });
}
