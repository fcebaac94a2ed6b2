import type { Dimension } from '../../model/collective/dimension.ts';
import { laneCount, lanes } from '../../model/collective/message/lane.ts';
import { sendsOf } from '../../model/collective/program/sendsOf.ts';
import type { PlayedPhase } from '../../model/collective/playback/playback.ts';
import type { Point } from '../label/annotation.ts';
import { drawnFor, memberAt, rankAt, type Wheel } from './wheel.ts';

/** A link of a wheel: the way it is drawn, what it is made of, and the bytes it carries in a step. */
export interface Spoke {
  readonly points: readonly Point[];
  /** Of each stretch between two points. */
  readonly media: readonly ('copper' | 'light')[];
  /** 0 where it idles. */
  readonly bytes: number;
}

/** What the links of a level are. */
export interface SpokeLevel extends Dimension {
  readonly medium: 'copper' | 'light' | 'both';
  readonly lightEvery: number;
}

/** Up to so many ranks all links of a full mesh are drawn. */
const mostMeshed = 16;
/** Where on the way to a switch copper gives way to light. */
const handover = 0.35;

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** The links of a level, each with what it carries. @param loads bytes by link, as `lane.ts` numbers them */
export function levelSpokes(wheel: Wheel, level: SpokeLevel, loads: ArrayLike<number>): Spoke[] {
  const { drawn, size, hub } = wheel;
  const n = level.size;
  if (n < 2) return [];
  const indices = Array.from({ length: drawn }, (_, index) => index);
  if (hub)
    return indices.map((index): Spoke => {
      const rank = rankAt(wheel, index);
      const bytes = Math.max(loads[rank] ?? 0, loads[n + rank] ?? 0);
      const rim = memberAt(wheel, index);
      if (level.medium !== 'both') return { points: [rim, hub], media: [level.medium], bytes };
      return { points: [rim, between(rim, hub, handover), hub], media: ['copper', 'light'], bytes };
    });
  const medium = level.medium === 'light' ? 'light' : 'copper';
  if (level.kind === 'fullmesh' && n <= mostMeshed)
    return indices.flatMap((a) =>
      indices.slice(a + 1).map((b): Spoke => {
        const bytes = Math.max(loads[a * n + b] ?? 0, loads[b * n + a] ?? 0);
        return { points: [memberAt(wheel, a), memberAt(wheel, b)], media: [medium], bytes };
      }),
    );
  const ends = size === 2 ? [0] : indices;
  return ends.map((index): Spoke => {
    const [rank, next] = [rankAt(wheel, index), (index + 1) % drawn];
    const leaves = level.lightEvery > 0 && (rank + 1) % level.lightEvery === 0;
    // Links onward and back, as a ring's are numbered.
    const bytes =
      level.kind === 'ring'
        ? Math.max(loads[rank] ?? 0, loads[n + ((rank + 1) % n)] ?? 0)
        : Math.max(loads[rank * n + ((rank + 1) % n)] ?? 0, loads[((rank + 1) % n) * n + rank] ?? 0);
    return {
      points: [memberAt(wheel, index), memberAt(wheel, next)],
      media: [leaves ? 'light' : medium],
      bytes,
    };
  });
}

/** Bytes on every link of one group in a step of a phase. */
export function levelLoads(level: Dimension, { program, unit }: PlayedPhase, step: number): Float64Array {
  const loads = new Float64Array(laneCount(level));
  const n = level.size;
  const add = (from: number, to: number, bytes: number): void => {
    for (const lane of lanes(level, from, to)) loads[lane]! += bytes;
  };
  if (program.symmetry !== 'none' && level.kind === 'switch') {
    const sent = program.sends(0, step).reduce((sum, { parts }) => sum + parts * unit, 0);
    return loads.fill(sent);
  }
  const sends = sendsOf(program, step);
  for (let rank = 0; rank < n + program.switches; rank++)
    for (const { to, parts } of sends(rank)) add(rank, to, parts * unit);
  return loads;
}

/** Messages of a step between all ranks as one group, of those ranks that are drawn. */
export function flatSpokes(wheel: Wheel, { program, unit }: PlayedPhase, step: number): Spoke[] {
  const bytes = new Map<string, Spoke>();
  const sends = sendsOf(program, step);
  for (let index = 0; index < wheel.drawn; index++)
    for (const { to, parts } of sends(rankAt(wheel, index))) {
      const drawn = drawnFor(wheel, to);
      // The next rank may be one that is not drawn.
      const other = drawn === index ? (index + 1) % wheel.drawn : drawn;
      const key = [index, other].sort((a, b) => a - b).join();
      const carried = Math.max(parts * unit, bytes.get(key)?.bytes ?? 0);
      bytes.set(key, {
        points: [memberAt(wheel, index), memberAt(wheel, other)],
        media: ['copper'],
        bytes: carried,
      });
    }
  return [...bytes.values()];
}
