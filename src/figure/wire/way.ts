import type { Projector } from '../../placement/view/camera.ts';
import type { Way } from '../../placement/cable/route.ts';

/** The way of a wire as SVG over a drawing, on a ground of paper that keeps it apart from what it crosses. */
export function waySvg(ways: readonly Way[], project: Projector): string {
  const path = ({ points }: Way) =>
    points
      .map((point, i) => {
        const [x, y] = project(...point);
        return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
  return ways
    .map((way) => {
      const d = path(way);
      return `<path class="way-ground" d="${d}"/><path class="way way-${way.medium}" d="${d}"/>`;
    })
    .join('');
}
