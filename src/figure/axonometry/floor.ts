import type { Layout } from '../../data/schema/layout.ts';
import { floorGrid, rowShadows } from '../../placement/hall/floor.ts';
import type { HallPlan, StandingCabinet } from '../../placement/hall/hall.ts';
import type { Projector } from '../../placement/view/camera.ts';
import { pathOf } from './path.ts';

/**
 * The floor of a hall as SVG paths: its grid, the shadows on it, and the outline of its area where that is known.
 * @param casters cabinets that cast a shadow
 * @param area middle and size of the floor in metres, or null
 */
export function floorSvg(
  layout: Layout,
  plan: HallPlan,
  casters: readonly StandingCabinet[],
  area: { readonly middle: readonly [number, number]; readonly size: readonly [number, number] } | null,
  project: Projector,
): string {
  const { width, depth, height } = layout.cabinet;
  const at = (x: number, z: number) => project(x, 0, z);
  const grid = floorGrid(plan)
    .lines.map(([x0, z0, x1, z1]) => {
      const [a, b] = [at(x0!, z0!), at(x1!, z1!)];
      return `M${a[0].toFixed(0)} ${a[1].toFixed(0)}L${b[0].toFixed(0)} ${b[1].toFixed(0)}`;
    })
    .join('');
  const shadows = rowShadows(casters, [width.value, height.value, depth.value])
    .map((corners) =>
      pathOf(Array.from({ length: corners.length / 2 }, (_, i) => at(corners[2 * i]!, corners[2 * i + 1]!))),
    )
    .join('');
  const outline = area
    ? pathOf(
        (
          [
            [-1, 1],
            [1, 1],
            [1, -1],
            [-1, -1],
          ] as const
        ).map(([x, z]) =>
          at(area.middle[0] + (x * area.size[0]) / 2, area.middle[1] + (z * area.size[1]) / 2),
        ),
      )
    : '';
  return `<path class="floor-grid" d="${grid}"/><path class="floor-shadow" d="${shadows}"/>${outline && `<path class="floor-area" d="${outline}"/>`}`;
}
