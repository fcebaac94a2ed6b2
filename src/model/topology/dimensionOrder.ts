import { closRoute } from './clos.ts';
import { dragonflyRoute } from './dragonfly.ts';
import { fullMeshLink } from './fullMesh.ts';
import { coordinate, strides } from './grid.ts';
import type { Layout } from './layout.ts';
import { requireInteger } from './range.ts';
import { ringLink, ringNext } from './ring.ts';
import type { Family, Wiring } from './wiring.ts';

/** Dimensions along which two NPUs may differ and still be joined by a family. */
export function spannedDimensions(shape: readonly number[], family: Family): readonly number[] {
  switch (family.family) {
    case 'fullmesh':
    case 'ring':
      return [family.over];
    case 'clos':
      return family.levels.at(-1)!.over;
    case 'dragonfly':
      return shape.map((_, d) => d);
  }
}

/**
 * Directed links of the dimension-order route: the innermost dimension in which the two differ is corrected first. On a
 * ring the shorter way is taken and a tie goes clockwise (upwards); in a full mesh the direct link; through switches
 * the switch that the destination picks. Where a family joins several dimensions at once they are corrected together.
 * @param layout of the same wiring, from `layOut`.
 * @returns no links where `from` is `to`.
 * @throws RangeError for an NPU that does not exist, or one that no family leads to.
 */
export function dimensionOrderRoute(wiring: Wiring, layout: Layout, from: number, to: number): number[] {
  const { shape } = wiring;
  requireInteger('from', from, 0, layout.npuCount - 1);
  requireInteger('to', to, 0, layout.npuCount - 1);
  const step = strides(shape);
  const route: number[] = [];
  let at = from;
  for (const index of chosenFamilies(wiring, from, to)) {
    const { family, firstLink } = layout.parts[index]!;
    // Where this family leaves the packet: at the destination's position in every dimension it spans.
    let next = at;
    for (const d of spannedDimensions(shape, family)) {
      const stride = step[d]!;
      next += (coordinate(to, shape[d]!, stride) - coordinate(next, shape[d]!, stride)) * stride;
    }
    if (next === at) continue;
    if (family.family === 'fullmesh') route.push(fullMeshLink(shape, family, firstLink, at, next));
    else if (family.family === 'clos') route.push(...closRoute(shape, family, firstLink, at, next));
    else if (family.family === 'dragonfly') route.push(...dragonflyRoute(shape, family, firstLink, at, next));
    else {
      const size = shape[family.over]!;
      const distance = (next - at) / step[family.over]!;
      const clockwise = (distance + size) % size <= size / 2;
      while (at !== next) {
        route.push(ringLink(shape, family, firstLink, at, clockwise));
        at = ringNext(shape, family.over, at, clockwise);
      }
    }
    at = next;
  }
  return route;
}

/**
 * Families to pass through, in their order. Outer dimensions choose first, so that a family that has to be crossed
 * anyway corrects the inner dimensions it spans as well.
 */
function chosenFamilies(wiring: Wiring, from: number, to: number): number[] {
  const { shape, families } = wiring;
  const step = strides(shape);
  const chosen = new Set<number>();
  const corrected = new Set<number>();
  for (let d = shape.length - 1; d >= 0; d--) {
    if (corrected.has(d) || coordinate(from, shape[d]!, step[d]!) === coordinate(to, shape[d]!, step[d]!))
      continue;
    const index = families.findIndex((family) => spannedDimensions(shape, family).includes(d));
    if (index < 0)
      throw new RangeError(
        `no family joins NPUs ${String(from)} and ${String(to)}, which differ in dimension ${String(d)}`,
      );
    chosen.add(index);
    spannedDimensions(shape, families[index]!).forEach((each) => corrected.add(each));
  }
  return [...chosen].sort((a, b) => a - b);
}
