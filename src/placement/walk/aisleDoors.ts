import type { Layout } from '../../data/schema/layout.ts';
import type { HallPlan } from '../hall/hall.ts';
import type { SolidsBuilder } from '../solid/solids.ts';
import { rowsOf } from './standIn.ts';

/** Thickness of posts and of the beam over a door, and the height of the beam, metres; sketched. */
const [post, beam] = [0.06, 0.16];

/** Doors of glass that close every aisle at both its ends, as where air is kept in an aisle. No record has them. */
export function addAisleDoors(solids: SolidsBuilder, layout: Layout, plan: HallPlan): void {
  const { width, depth, height } = layout.cabinet;
  const owner = solids.own([]);
  const rows = rowsOf(plan);
  const tall = height.value - beam;
  for (const [i, row] of rows.slice(1).entries()) {
    const near = rows[i]!;
    const [z0, z1] = [row[0]!.z + depth.value / 2, near[0]!.z - depth.value / 2];
    for (const x of [row[0]!.x - width.value / 2, row.at(-1)!.x + width.value / 2]) {
      const add = (y: number, z: number, size: readonly [number, number, number], isGlass = false) =>
        solids.add({ centre: [x, y, z], size, tone: 'frame', look: isGlass ? 'ghost' : 'pencil', owner });
      for (const z of [z0 + post / 2, z1 - post / 2]) add(tall / 2, z, [post, tall, post]);
      add(tall + beam / 2, (z0 + z1) / 2, [post, beam, z1 - z0]);
      const leaf = (z1 - z0) / 2 - post;
      for (const side of [-1, 1])
        add(tall / 2, (z0 + z1) / 2 + (side * leaf) / 2, [0.02, tall - 0.04, leaf - 0.02], true);
    }
  }
}
