import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tones } from '../../../../src/encoding/tone.ts';
import { drawSolids } from '../../../../src/figure/axonometry/axonometry.ts';
import { pathOf } from '../../../../src/figure/axonometry/path.ts';
import { projector, type Camera } from '../../../../src/placement/view/camera.ts';
import { buildSolids, type Solid } from '../../../../src/placement/solid/solids.ts';
import { pathsOf, subpaths } from '../svgPath.ts';
import { numberIn } from '../../placement/numberIn.ts';

const frame = { width: 400, height: 400 };
const camera: Camera = { yaw: 0.6, pitch: 0.4, target: [0, 0, 0], height: 4 };

function drawn(boxes: readonly Partial<Solid>[], from: Camera = camera) {
  const solids = buildSolids(tones);
  const sound = { centre: [0, 0, 0], size: [1, 1, 1], tone: 'board', look: 'ink' } as const;
  for (const box of boxes) solids.add({ ...sound, ...box, owner: solids.own([]) });
  return pathsOf(drawSolids(solids.finish(), from, frame));
}

test('a path reads back to its points, to a twentieth of a pixel', () => {
  const pixel = fc.tuple(numberIn(-500, 2000), numberIn(-500, 2000));
  fc.assert(
    fc.property(fc.array(pixel, { minLength: 3, maxLength: 12 }), (points) => {
      const [read] = subpaths(pathOf(points));
      expect(read).toHaveLength(points.length);
      read!.forEach(([x, y], i) => {
        expect(Math.abs(x - points[i]![0])).toBeLessThan(0.0501);
        expect(Math.abs(y - points[i]![1])).toBeLessThan(0.0501);
      });
    }),
  );
});

test('a cube shows its top, front and right side from the front right above, each where it projects to', () => {
  const faces = drawn([{}]);
  expect(faces.map(({ name }) => name).sort()).toEqual([
    'board front ink',
    'board side ink',
    'board top ink',
  ]);
  const project = projector(camera, frame);
  const corner = (x: number, y: number, z: number) => project(x / 2, y / 2, z / 2).slice(0, 2);
  const expected = {
    top: [[-1, 1, 1], [1, 1, 1], [1, 1, -1], [-1, 1, -1]],
    front: [[-1, -1, 1], [1, -1, 1], [1, 1, 1], [-1, 1, 1]],
    side: [[1, -1, 1], [1, -1, -1], [1, 1, -1], [1, 1, 1]],
  }; // prettier-ignore
  for (const { name, corners } of faces) {
    const face = expected[name.split(' ')[1] as keyof typeof expected];
    face.forEach(([x, y, z], i) => {
      const [px, py] = corner(x!, y!, z!);
      expect(Math.abs(corners[0]![i]![0] - px!)).toBeLessThan(0.06);
      expect(Math.abs(corners[0]![i]![1] - py!)).toBeLessThan(0.06);
    });
  }
});

describe('only faces turned to the eye are drawn', () => {
  test.each([
    ['the front', { yaw: 0, pitch: 0 }, ['front']],
    ['above', { yaw: 0, pitch: Math.PI / 2 }, ['top']],
    ['the side', { yaw: Math.PI / 2, pitch: 0 }, ['side']],
    ['the left, level', { yaw: -0.6, pitch: 0 }, ['front', 'side']],
  ])('from %s', (_, angles, faces) => {
    const seen = drawn([{}], { ...camera, ...angles }).map(({ name }) => name.split(' ')[1]);
    expect(seen.sort()).toEqual(faces);
  });
});

test('a turned box is drawn turned, its top by the corners of a turned rectangle', () => {
  fc.assert(
    fc.property(numberIn(-3, 3), numberIn(0.2, 2), numberIn(0.2, 2), (yaw, width, depth) => {
      const above = { ...camera, yaw: 0, pitch: Math.PI / 2 };
      const [top] = drawn([{ yaw, size: [width, 0.1, depth] }], above);
      // From above, x runs to the right and z down; turning is from z towards x.
      const corners = [[-1, 1], [1, 1], [1, -1], [-1, -1]].map(([a, b]) => {
        const [x, z] = [(a! * width) / 2, (b! * depth) / 2];
        return [x * Math.cos(yaw) + z * Math.sin(yaw), z * Math.cos(yaw) - x * Math.sin(yaw)];
      }); // prettier-ignore
      top!.corners[0]!.forEach(([x, y], i) => {
        expect(Math.abs(x - (200 + 100 * corners[i]![0]!))).toBeLessThan(0.06);
        expect(Math.abs(y - (200 + 100 * corners[i]![1]!))).toBeLessThan(0.06);
      });
    }),
  );
});

test('what has faded is outline alone, whatever it is made of', () => {
  expect(new Set(drawn([{ look: 'ghost', tone: 'processor' }]).map(({ name }) => name))).toEqual(
    new Set(['ghost']),
  );
});

test('neighbours that look alike share a path, and each keeps its outline', () => {
  const row = Array.from({ length: 5 }, (_, i): Partial<Solid> => ({
    centre: [i * 0.3 - 0.6, 0, 0],
    size: [0.2, 0.2, 0.2],
  }));
  const faces = drawn(row, { ...camera, yaw: 0, pitch: 0 });
  expect(faces).toHaveLength(1);
  expect(faces[0]!.corners).toHaveLength(5);
});

test('a face too thin to see is left out', () => {
  expect(drawn([{ size: [1, 0.001, 1] }]).map(({ name }) => name)).toEqual(['board top ink']);
});

test('a link too thin for faces stays as a thread of its length, and a crumb of one is left out', () => {
  const front = { ...camera, yaw: 0, pitch: 0 };
  const link = { tone: 'fibre', look: 'plain', size: [1, 0.002, 0.002] } as const;
  const [thread] = drawn([{ ...link, yaw: Math.PI / 3 }], front);
  expect(thread!.name).toBe('fibre thread');
  const [[a, b]] = thread!.corners as [[number, number][]];
  // A metre turned by 60° is half a metre across, at 100 pixels a metre.
  expect(Math.abs(a![0] - b![0])).toBeCloseTo(50, 0);
  expect(drawn([{ ...link, size: [0.05, 0.002, 0.002] }], front)).toEqual([]);
  expect(drawn([{ ...link, tone: 'board' }], front)).toEqual([]);
});
