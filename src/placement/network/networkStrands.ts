import type { Design } from '../../model/topology/design.ts';
import type { DesignBundle } from '../../model/topology/designBundle.ts';
import type { Topology } from '../../model/topology/topology.ts';
import { lattice } from './chipPlaces.ts';
import type { NodePlaces } from './nodePlaces.ts';
import type { Strands } from '../links/strands.ts';

/** How far the link that closes a ring of a lattice runs beside it, as a share of a step. */
const beside = 0.24;

/**
 * The links of a network, or its bundles, as lines between its nodes, straight but for those that close the rings of a
 * lattice: they run beside their row.
 * @param light whether each tier is drawn as light
 * @param right how far the whole stands to the right
 */
export function networkStrands(
  { family, shape }: Design,
  { wiring }: Pick<DesignBundle, 'wiring'>,
  { ends, linkCount, tier }: Pick<Topology, 'ends' | 'linkCount' | 'tier'>,
  { at }: NodePlaces,
  light: readonly boolean[],
  right: number,
): Strands {
  const count = linkCount / 2;
  const closing = family === 'torus' && wiring.shape.length > 2 ? closesRing(wiring.shape, shape) : null;
  const bent = closing ? closing.of(ends, count, tier) : null;
  const start = new Uint32Array(count + 1);
  for (let s = 0; s < count; s++) start[s + 1] = start[s]! + (bent?.[s] ? 4 : 2);
  const points = new Float32Array(3 * start[count]!);
  const tiers = new Uint8Array(count);
  const lights = new Uint8Array(count);
  for (let s = 0; s < count; s++) {
    const [a, b] = [3 * ends[4 * s]!, 3 * ends[4 * s + 1]!];
    const own = tier[2 * s]!;
    tiers[s] = own;
    lights[s] = light[own] ? 1 : 0;
    let p = 3 * start[s]!;
    const corner = (node: number, x: number, y: number, z: number) => {
      points[p++] = at[node]! + x + right;
      points[p++] = at[node + 1]! + y;
      points[p++] = at[node + 2]! + z;
    };
    corner(a, 0, 0, 0);
    if (bent?.[s]) {
      const [x, y, z] = closing!.aside(own);
      corner(a, x, y, z);
      corner(b, x, y, z);
    }
    corner(b, 0, 0, 0);
  }
  return {
    count,
    start,
    points,
    light: lights,
    tier: tiers,
    firstMember: new Uint32Array(count + 1),
    members: new Uint32Array(0),
  };
}

/** Which links close a ring of a lattice, and how far beside it they run. */
function closesRing(shape: readonly number[], full: readonly number[]) {
  const { step } = lattice(full);
  const strides: number[] = [];
  shape.reduce((stride, size) => {
    strides.push(stride);
    return stride * size;
  }, 1);
  const off = beside * step;
  return {
    of(ends: Uint32Array, count: number, tier: Uint8Array): Uint8Array {
      const bent = new Uint8Array(count);
      for (let s = 0; s < count; s++) {
        const d = tier[2 * s]!;
        const apart = Math.abs(ends[4 * s]! - ends[4 * s + 1]!);
        bent[s] = apart > strides[d]! ? 1 : 0;
      }
      return bent;
    },
    /** Beside a row of each axis, on both of the others. */
    aside: (d: number): readonly [number, number, number] =>
      (
        [
          [0, off, off],
          [off, off, 0],
          [off, 0, off],
        ] as const
      )[d % 3]!,
  };
}
