import type { Focus } from './focus.ts';
import { standingCabinet, type HallPlan, type StandingCabinet } from './hall.ts';
import type { HallProps } from './hallProps.ts';

/** Direction in which a shadow falls on the floor for every metre of height. */
const shadowPerMetre = [0.5, -0.3] as const;

/** Cabinets that cast a shadow: all of them, or the open one alone once the others have faded. */
export function shadowCasters(
  { level }: Pick<HallProps, 'level'>,
  plan: HallPlan,
  focus: Focus,
): readonly StandingCabinet[] {
  if (level === 'hall' || level === 'row') return plan.cabinets;
  return [standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal)];
}

/**
 * Shadows of cabinets on the floor, one a row: six corners each as `x, z` pairs, metres.
 * `size` is `[width, height, depth]` of a cabinet.
 */
export function rowShadows(
  cabinets: readonly StandingCabinet[],
  size: readonly [number, number, number],
): readonly (readonly number[])[] {
  const [width, height, depth] = size;
  const rows = new Map<number, { z: number; xs: number[] }>();
  for (const cabinet of cabinets) {
    const row = rows.get(cabinet.row) ?? { z: cabinet.z, xs: [] };
    row.xs.push(cabinet.x);
    rows.set(cabinet.row, row);
  }
  const [dx, dz] = [shadowPerMetre[0] * height, shadowPerMetre[1] * height];
  return [...rows.values()].map(({ z, xs }) => {
    const [left, right] = [Math.min(...xs) - width / 2, Math.max(...xs) + width / 2];
    const [back, front] = [z - depth / 2, z + depth / 2];
    return [
      left,
      front,
      right,
      front,
      right + dx,
      front + dz,
      right + dx,
      back + dz,
      left + dx,
      back + dz,
      left,
      back,
    ];
  });
}

/** Lines of the floor's grid as `x0, z0, x1, z1`, and its step in metres: finer under small halls. */
export function floorGrid(plan: HallPlan): {
  readonly step: number;
  readonly lines: readonly (readonly number[])[];
} {
  const [left, back, right, front] = plan.bounds;
  const extent = Math.max(right - left, front - back);
  const step = extent < 10 ? 0.6 : extent < 25 ? 1.2 : 3;
  const margin = step * 2;
  const cells = (from: number, to: number) => Math.ceil((to - from + 2 * margin) / step / 2) * 2;
  const [nx, nz] = [cells(left, right), cells(back, front)];
  const [x0, z0] = [(left + right) / 2 - (nx * step) / 2, (back + front) / 2 - (nz * step) / 2];
  const [x1, z1] = [x0 + nx * step, z0 + nz * step];
  return {
    step,
    lines: [
      ...Array.from({ length: nx + 1 }, (_, i) => [x0 + i * step, z0, x0 + i * step, z1]),
      ...Array.from({ length: nz + 1 }, (_, i) => [x0, z0 + i * step, x1, z0 + i * step]),
    ],
  };
}

/** Half-sides of a floor of the given area that leaves the same margin around all cabinets, metres. */
export function floorOutline(plan: HallPlan, area: number): readonly [number, number] {
  const [left, back, right, front] = plan.bounds;
  const [w, d] = [right - left, front - back];
  const margin = (-(w + d) + Math.sqrt((w + d) ** 2 + 4 * (area - w * d))) / 4;
  return [w / 2 + margin, d / 2 + margin];
}
