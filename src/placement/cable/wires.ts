import type { Tone } from '../../encoding/tone.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import type { Medium } from '../../model/topology/topology.ts';
import type { SolidsBuilder } from '../solid/solids.ts';

/** Where a part stands on a board: centre and size across the board's plane, metres. */
export interface Footing {
  readonly x: number;
  readonly z: number;
  readonly width: number;
  readonly depth: number;
}

const toneOf = (medium: Medium): Tone => (medium === 'optical' ? 'fibre' : 'wire');

/** Width and height of a trace, metres. */
export const trace = 0.0014;
/** Lines that leave a part at the most; the true count stands in the label. */
const mostExits = 4;

/**
 * The links of one board: a straight trace for every pair of parts that are joined, and lines from each part to the
 * edge where its other links leave, light to the front and copper to the back.
 *
 * @param places footing of every part by class and ordinal
 * @param board its front and back edge and the height of its plate's top, metres
 */
export function addBoardWires(
  solids: SolidsBuilder,
  cabling: Cabling,
  places: (classId: string, ordinal: number) => Footing | null,
  board: { front: number; back: number; y: number; owner: number },
): void {
  const y = board.y + trace / 2;
  const line = (ax: number, az: number, bx: number, bz: number, tone: Tone) => {
    const length = Math.hypot(bx - ax, bz - az);
    solids.add({
      centre: [(ax + bx) / 2, y, (az + bz) / 2],
      size: [length, trace, trace],
      tone,
      look: 'plain',
      owner: board.owner,
      yaw: -Math.atan2(bz - az, bx - ax),
    });
  };
  solids.together(() => {
    for (const { from, to, medium, pairs } of cabling.board.joins) {
      for (const [a, b] of pairs) {
        const [start, end] = [places(from, a), places(to, b)];
        if (start && end) line(start.x, start.z, end.x, end.z, toneOf(medium));
      }
    }
    for (const { from, medium, each } of cabling.board.exits) {
      const lines = Math.min(mostExits, Math.ceil(each));
      for (let ordinal = 1; ; ordinal++) {
        const place = places(from, ordinal);
        if (!place) break;
        for (let i = 0; i < lines; i++) {
          const x = place.x + ((i + 0.5) / lines - 0.5) * place.width * 0.8;
          line(x, place.z, x, medium === 'optical' ? board.front : board.back, toneOf(medium));
        }
      }
    }
  });
}
