import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cameraAxes, mixCamera, pixelsPerMetre, projector, type Camera,
} from '../../../../src/placement/view/camera.ts'; // prettier-ignore
import { numberIn } from '../numberIn.ts';

const point = fc.tuple(numberIn(-50, 50), numberIn(0, 5), numberIn(-50, 50));
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  target: point,
  yaw: numberIn(-Math.PI, Math.PI),
  pitch: numberIn(0, Math.PI / 2),
  height: numberIn(0.03, 80),
});
const anyFrame = fc.record({ width: numberIn(200, 2000), height: numberIn(200, 1200) });
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * b[k]!, 0);

test('right, up and towards the eye are at right angles and a metre long', () => {
  fc.assert(
    fc.property(anyCamera, (camera) => {
      const { right, up, eye } = cameraAxes(camera);
      for (const axis of [right, up, eye]) expect(dot(axis, axis)).toBeCloseTo(1, 12);
      for (const [a, b] of [[right, up], [up, eye], [eye, right]]) expect(dot(a!, b!)).toBeCloseTo(0, 12); // prettier-ignore
      expect(up[1]).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test('what is looked at is in the middle, and lengths across the line of sight keep their scale', () => {
  fc.assert(
    fc.property(anyCamera, anyFrame, numberIn(-5, 5), numberIn(-5, 5), (camera, frame, across, upwards) => {
      const project = projector(camera, frame);
      const { right, up } = cameraAxes(camera);
      const middle = project(...camera.target);
      expect(middle[0]).toBeCloseTo(frame.width / 2, 6);
      expect(middle[1]).toBeCloseTo(frame.height / 2, 6);
      const moved = camera.target.map((value, k) => value + right[k]! * across + up[k]! * upwards);
      const [x, y] = project(...(moved as [number, number, number]));
      const scale = pixelsPerMetre(camera, frame);
      expect((x - middle[0]) / scale).toBeCloseTo(across, 6);
      expect((middle[1] - y) / scale).toBeCloseTo(upwards, 6);
    }),
  );
});

test('lengths along one direction keep their ratio wherever they lie, and depth is metres', () => {
  const [axonometric, frame] = [
    { yaw: 0.6, pitch: 0.4 },
    { width: 1120, height: 630 },
  ];
  fc.assert(
    fc.property(point, point, point, (target, a, b) => {
      const camera = { ...axonometric, target, height: 12 };
      const project = projector(camera, frame);
      const ahead = (p: readonly number[], metres: number) => project(p[0]! + metres, p[1]!, p[2]!);
      const [one, three] = [ahead(a, 1)[0] - project(...a)[0], ahead(b, 3)[0] - project(...b)[0]];
      expect(three / one).toBeCloseTo(3, 6);
      const { eye } = cameraAxes(camera);
      const nearer = a.map((value, k) => value + 2 * eye[k]!) as [number, number, number];
      expect(project(...nearer)[2] - project(...a)[2]).toBeCloseTo(2, 9);
    }),
  );
});

test('a flight begins and ends at its cameras', () => {
  fc.assert(
    fc.property(anyCamera, anyCamera, (a, b) => {
      for (const [t, end] of [[0, a], [1, b]] as const) {
        const camera = mixCamera(a, b, t);
        expect(camera.height / end.height).toBeCloseTo(1, 9);
        expect(camera.yaw).toBeCloseTo(end.yaw, 9);
        expect(camera.pitch).toBeCloseTo(end.pitch, 9);
        camera.target.forEach((value, k) => expect(value).toBeCloseTo(end.target[k]!, 6));
      }
    }),
  ); // prettier-ignore
});

test('a flight only goes nearer, or only farther', () => {
  const share = numberIn(0, 1);
  fc.assert(
    fc.property(anyCamera, anyCamera, share, share, (a, b, s, t) => {
      const [early, late] = [mixCamera(a, b, Math.min(s, t)), mixCamera(a, b, Math.max(s, t))];
      const way = Math.sign(b.height - a.height);
      expect((late.height - early.height) * way).toBeGreaterThanOrEqual(-1e-9);
    }),
  );
});

test('what one flies towards never leaves the picture, once it is in it', () => {
  fc.assert(
    fc.property(
      anyCamera,
      numberIn(0.03, 1),
      numberIn(-0.5, 0.5),
      numberIn(-0.5, 0.5),
      (from, factor, x, y) => {
        const { right, up } = cameraAxes(from);
        const target = from.target.map((value, k) => value + (right[k]! * x + up[k]! * y) * from.height) as [
          number,
          number,
          number,
        ];
        const to = { ...from, target, height: from.height * factor };
        const frame = { width: 100, height: 100 };
        for (const t of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
          const [px, py] = projector(mixCamera(from, to, t), frame)(...target);
          expect(Math.max(Math.abs(px - 50), Math.abs(py - 50))).toBeLessThanOrEqual(50 + 1e-6);
        }
      },
    ),
  );
});
