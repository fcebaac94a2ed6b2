import type { Point } from '../label/annotation.ts';
import type { Projector } from '../view/camera.ts';

/** One line of a drawing: a link, or a counted bundle of links of one tier between the same two things. */
export interface Strand {
  /** Corners of the line, metres. */
  readonly points: readonly Point[];
  /** Whether it is light; all else is copper. */
  readonly light: boolean;
  readonly tier: number;
  /** Numbers of the physical links it stands for; empty where it only leads other lines on. */
  readonly members: readonly number[];
}

/** Lines as a structure of arrays. */
export interface Strands {
  readonly count: number;
  /** Corners of line `s` are `start[s] … start[s + 1] − 1`. */
  readonly start: Uint32Array;
  /** Metres, three numbers a corner. */
  readonly points: Float32Array;
  /** 1 where a line is light. */
  readonly light: Uint8Array;
  readonly tier: Uint8Array;
  /** Physical links that line `s` stands for: `members[firstMember[s]] … members[firstMember[s + 1] − 1]`. */
  readonly firstMember: Uint32Array;
  readonly members: Uint32Array;
}

/** Packs lines once, in their order. */
export function packStrands(strands: readonly Strand[]): Strands {
  const start = new Uint32Array(strands.length + 1);
  const firstMember = new Uint32Array(strands.length + 1);
  strands.forEach(({ points, members }, s) => {
    start[s + 1] = start[s]! + points.length;
    firstMember[s + 1] = firstMember[s]! + members.length;
  });
  const points = new Float32Array(3 * start.at(-1)!);
  const members = new Uint32Array(firstMember.at(-1)!);
  strands.forEach((strand, s) => {
    strand.points.forEach((point, i) => points.set(point, 3 * (start[s]! + i)));
    members.set(strand.members, firstMember[s]);
  });
  return {
    count: strands.length,
    start,
    points,
    light: Uint8Array.from(strands, ({ light }) => Number(light)),
    tier: Uint8Array.from(strands, ({ tier }) => tier),
    firstMember,
    members,
  };
}

export const noStrands: Strands = packStrands([]);

/** The lines of some tiers. */
export function keepStrands(strands: Strands, keep: (tier: number) => boolean): Strands {
  const kept: Strand[] = [];
  for (let s = 0; s < strands.count; s++) {
    if (!keep(strands.tier[s]!)) continue;
    const corners = [...strands.points.subarray(3 * strands.start[s]!, 3 * strands.start[s + 1]!)];
    kept.push({
      points: Array.from(
        { length: corners.length / 3 },
        (_, i) => corners.slice(3 * i, 3 * i + 3) as unknown as Point,
      ),
      light: strands.light[s] === 1,
      tier: strands.tier[s]!,
      members: [...membersOf(strands, s)],
    });
  }
  return kept.length === strands.count ? strands : packStrands(kept);
}

/** The physical links that a line stands for. */
export const membersOf = ({ members, firstMember }: Strands, strand: number): Uint32Array =>
  members.subarray(firstMember[strand], firstMember[strand + 1]);

/** Corners of a line on the picture, pixels. */
export function strandOnPicture(
  { start, points }: Strands,
  strand: number,
  project: Projector,
): (readonly [number, number])[] {
  const corners: (readonly [number, number])[] = [];
  for (let at = start[strand]!; at < start[strand + 1]!; at++) {
    const [x, y] = project(points[3 * at]!, points[3 * at + 1]!, points[3 * at + 2]!);
    corners.push([x, y]);
  }
  return corners;
}

/** The line that comes nearest to a pixel, no further off than `reach` pixels; −1 where there is none. */
export function nearestStrand(
  strands: Strands,
  project: Projector,
  [x, y]: readonly [number, number],
  reach: number,
): number {
  let [found, nearest] = [-1, reach];
  for (let s = 0; s < strands.count; s++) {
    const corners = strandOnPicture(strands, s, project);
    for (let i = 1; i < corners.length; i++) {
      const away = awayFrom([x, y], corners[i - 1]!, corners[i]!);
      if (away < nearest) [found, nearest] = [s, away];
    }
  }
  return found;
}

/** Pixels from a point to a stretch. */
function awayFrom(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
