import { describe, expect, test } from 'vitest';
import { printPartPath } from '../../../src/model/hardware/partPath.ts';
import { cameraAxes, projector, type Camera, type Frame } from '../../../src/placement/view/camera.ts';
import { drawHall } from '../../../src/placement/hall/drawing.ts';
import { viewNames } from '../../../src/placement/hall/hallProps.ts';
import { paintersOrder } from '../../../src/placement/view/order.ts';
import { joinSolids, looks, type Solids } from '../../../src/placement/solid/solids.ts';
import { createHallPicture } from '../../../src/scene/supernode-hall/picture.ts';
import { createRig } from '../../../src/scene/stage/rig.ts';
import { propsOf, sights, viewOf } from '../../unit/placement/recordedHalls.ts';

const ghost = looks.indexOf('ghost');
type Pixel = readonly [number, number];

/** Corners of the faces of a box that turn to the eye, on the picture. */
function faces(solids: Solids, i: number, camera: Camera, frame: Frame): Pixel[][] {
  const project = projector(camera, frame);
  const { eye } = cameraAxes(camera);
  const [c, s] = [Math.cos(solids.yaw[i]!), Math.sin(solids.yaw[i]!)];
  const axes = [[c, 0, -s], [0, 1, 0], [s, 0, c]]; // prettier-ignore
  return [0, 1, 2].flatMap((k) => {
    const towards = axes[k]!.reduce((sum, value, m) => sum + value * eye[m]!, 0);
    if (Math.abs(towards) < 1e-6) return [];
    const [a, b] = [(k + 1) % 3, (k + 2) % 3];
    const corner = (p: number, q: number): Pixel => {
      const at = [0, 1, 2].map((m) =>
        [[k, Math.sign(towards)], [a, p], [b, q]].reduce(
          (sum, [axis, sign]) => sum + axes[axis!]![m]! * solids.half[3 * i + axis!]! * sign!,
          solids.centre[3 * i + m]!,
        ),
      ); // prettier-ignore
      const [x, y] = project(at[0]!, at[1]!, at[2]!);
      return [x, y];
    };
    return [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]];
  });
}

/** Pixels a point lies inside a convex outline; negative outside. */
function depthIn(corners: readonly Pixel[], [x, y]: Pixel): number {
  const distances = corners.map(([ax, ay], n) => {
    const [bx, by] = corners[(n + 1) % corners.length]!;
    return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / (Math.hypot(bx - ax, by - ay) || 1);
  });
  return Math.max(Math.min(...distances), Math.min(...distances.map((distance) => -distance)));
}

describe.each(sights)('$name at the level of the $level', (hall) => {
  test.each(viewNames.filter((view) => view !== 'walk'))(
    'what is seen is what is picked, from the %s',
    (view) => {
      const props = propsOf(hall, { level: hall.level, view });
      const { plan, focus, camera, frame } = viewOf(props);
      const { standing, opened } = drawHall(props, plan, focus, Infinity);
      const solids = joinSolids([standing, opened]);
      const painted = paintersOrder(solids, camera, frame).filter((i) => solids.look[i] !== ghost);
      const outlines = painted.map((i) => ({ i, faces: faces(solids, i, camera, frame) }));
      const rig = createRig();
      rig.axonometric(camera, frame, Math.hypot(...plan.bounds) + 8);
      const picture = createHallPicture(props);

      const every = Math.max(1, Math.floor(outlines.length / 40));
      const centres = outlines
        .filter((_, n) => n % every === 0)
        .map((box) =>
          box.faces[0]!.reduce(([x, y], corner) => [x + corner[0] / 4, y + corner[1] / 4] as const, [
            0, 0,
          ] as Pixel),
        )
        .filter(([x, y]) => x > 0 && x < frame.width && y > 0 && y < frame.height);
      let checked = 0;
      for (const pixel of centres) {
        const depths = outlines.map((box) => ({
          i: box.i,
          depth: Math.max(...box.faces.map((face) => depthIn(face, pixel))),
        }));
        // On an edge either side may be seen.
        if (depths.some(({ depth }) => Math.abs(depth) < 0.02)) continue;
        const seen = depths.findLast(({ depth }) => depth > 0);
        if (!seen) continue;
        checked++;
        const picked = picture.pick(rig.ray(...pixel));
        expect(printPartPath(picked)).toBe(printPartPath(solids.owners[solids.owner[seen.i]!]!));
      }
      expect(checked).toBeGreaterThan(0);
      picture.dispose();
    },
  );
});
