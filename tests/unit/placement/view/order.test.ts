import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cameraAxes,
  pixelsPerMetre,
  projector,
  type Camera,
  type Frame,
} from '../../../../src/placement/view/camera.ts';
import { viewNames } from '../../../../src/placement/hall/hallProps.ts';
import { paintersOrder } from '../../../../src/placement/view/order.ts';
import { printPartPath } from '../../../../src/model/hardware/partPath.ts';
import { buildSolids, looks, type Solid, type Solids } from '../../../../src/placement/solid/solids.ts';
import { nearness, pointBehind } from '../lineOfSight.ts';
import { propsOf, sights, sightOf } from '../recordedHalls.ts';
import { numberIn } from '../numberIn.ts';

const frame = { width: 600, height: 600 };

interface Sight {
  readonly all: Solids;
  readonly camera: Camera;
  readonly frame: Frame;
}

/** Of the boxes under a pixel, the nearest by lines of sight and the last painted; null where nothing is. */
function looker({ all, camera, frame }: Sight, order: readonly number[]) {
  const { eye } = cameraAxes(camera);
  const project = projector(camera, frame);
  const boxes = order.map((index) => {
    const three = (from: Float32Array) =>
      [0, 1, 2].map((k) => from[3 * index + k]!) as [number, number, number];
    const [x, y] = project(...three(all.centre));
    return { index, x, y, reach: Math.hypot(...three(all.half)) * pixelsPerMetre(camera, frame) };
  });
  return (x: number, y: number) => {
    const at = pointBehind(x, y, camera, frame);
    const hits = boxes
      .filter((box) => Math.hypot(box.x - x, box.y - y) <= box.reach)
      .map(({ index }) => ({ index, t: nearness(all, index, at, eye) ?? -Infinity }))
      .filter(({ t }) => t > -Infinity);
    if (hits.length === 0) return null;
    return { nearest: hits.reduce((best, hit) => (hit.t > best.t ? hit : best)), last: hits.at(-1)! };
  };
}

/** Boxes that each keep to a cell of their own of a lattice of three by three by three metres. */
const cell = fc.record({
  share: fc.tuple(...[0, 1, 2].map(() => numberIn(0.05, 1))),
  shift: fc.tuple(...[0, 1, 2].map(() => numberIn(0, 1))),
  there: fc.boolean(),
});
const boxes = fc.array(cell, { minLength: 27, maxLength: 27 }).map((cells) =>
  cells.flatMap(({ share, shift, there }, n): Solid[] => {
    const corner = [n % 3, Math.floor(n / 3) % 3, Math.floor(n / 9)];
    const centre = corner.map((value, k) => value - 1.5 + share[k]! / 2 + (1 - share[k]!) * shift[k]!);
    const [x, y, z] = [centre as unknown as Solid['centre'], share as unknown as Solid['size'], n];
    return there ? [{ centre: x, size: y, tone: 'board', look: 'ink', owner: z }] : [];
  }),
);
const angles = fc.record({
  yaw: fc.constantFrom(0, 0.6, 1.2, Math.PI / 2, 2.5, -0.7, Math.PI, -2),
  pitch: fc.constantFrom(0, 0.3, 0.8, Math.PI / 2),
});

describe('boxes that keep apart', () => {
  test('are painted so that the nearer comes later wherever two overlap', () => {
    fc.assert(
      fc.property(boxes, angles, (solids, from) => {
        const builder = buildSolids(['board']);
        solids.forEach((solid) => builder.add({ ...solid, owner: builder.own([]) }));
        const all = builder.finish();
        const camera: Camera = { ...from, target: [0, 0, 0], height: 6 };
        const order = paintersOrder(all, camera, frame);
        const under = looker({ all, camera, frame }, order);
        expect([...order].sort((a, b) => a - b)).toEqual(solids.map((_, i) => i));
        for (let x = 100; x < 500; x += 37)
          for (let y = 100; y < 500; y += 37) {
            const found = under(x, y);
            if (found) expect(found.last.index).toBe(found.nearest.index);
          }
      }),
    );
  });

  test('are left out where they are off the picture', () => {
    const builder = buildSolids(['board']);
    for (const x of [-40, 0, 40])
      builder.add({ centre: [x, 0, 0], size: [1, 1, 1], tone: 'board', look: 'ink', owner: builder.own([]) });
    expect(
      paintersOrder(builder.finish(), { yaw: 0.5, pitch: 0.4, target: [0, 0, 0], height: 5 }, frame),
    ).toEqual([1]);
  });
});

const ghost = looks.indexOf('ghost');

describe.each(sights)('$name at the level of the $level', (hall) => {
  const views = viewNames.filter((view) => view !== 'walk');

  test.each(views)('the last painted is the nearest, from the %s', (view) => {
    const sight = sightOf(propsOf(hall, { level: hall.level, view }));
    const { all } = sight;
    const order = paintersOrder(all, sight.camera, sight.frame).filter((i) => all.look[i] !== ghost);
    const under = looker(sight, order);
    const project = projector(sight.camera, sight.frame);
    const { eye } = cameraAxes(sight.camera);
    // Through a lattice of the picture, and through the middle of one face of some hundred boxes.
    const pixels = Array.from(
      { length: 140 },
      (_, n) => [40 + (n % 14) * 80, 30 + Math.floor(n / 14) * 63] as const,
    );
    const axis = [0, 1, 2].find((k) => Math.abs(eye[k]!) > 0.1)!;
    const every = Math.max(1, Math.floor(order.length / 60));
    const faces = order
      .filter((i, n) => n % every === 0 && all.yaw[i] === 0)
      .map((i) => {
        const at = [0, 1, 2].map(
          (k) => all.centre[3 * i + k]! + (k === axis ? Math.sign(eye[k]!) * all.half[3 * i + k]! : 0),
        );
        const [x, y] = project(...(at as [number, number, number]));
        return [x, y] as const;
      });
    const name = (i: number) => printPartPath(all.owners[all.owner[i]!]!) || 'overhead';
    const wrong = [...pixels, ...faces].flatMap(([x, y]) => {
      const found = under(x, y);
      if (!found || found.nearest.t - found.last.t < 1e-4) return [];
      const { nearest, last } = found;
      // Traces of one board cross in one plane and look alike.
      const traces =
        all.group[nearest.index] === all.group[last.index] &&
        all.tone[nearest.index] === all.tone[last.index];
      return traces ? [] : [`${name(nearest.index)} behind ${name(last.index)}`];
    });
    expect(wrong).toEqual([]);
  });
});
