import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PerspectiveCamera } from 'three';
import { cameraAxes, projector, type Camera } from '../../src/placement/view/camera.ts';
import { eyeHeight } from '../../src/placement/view/eyeLevel.ts';
import { createRig } from '../../src/scene/stage/rig.ts';
import { numberIn } from '../unit/placement/numberIn.ts';

const point = fc.tuple(numberIn(-20, 20), numberIn(0, 5), numberIn(-20, 20));
const anyCamera: fc.Arbitrary<Camera> = fc.record({
  target: point,
  yaw: numberIn(-3, 3),
  pitch: numberIn(0, Math.PI / 2),
  height: numberIn(0.05, 60),
});
const anyFrame = fc.record({ width: numberIn(200, 2000), height: numberIn(200, 1200) });
/** Distance of a point from a line of sight, metres. */
function beside(
  p: readonly number[],
  { origin, direction }: { origin: readonly number[]; direction: readonly number[] },
) {
  const way = p.map((value, k) => value - origin[k]!);
  const along = way.reduce((sum, value, k) => sum + value * direction[k]!, 0);
  return Math.hypot(...way.map((value, k) => value - along * direction[k]!));
}

test('three sees what the draughtsman’s camera sees, pixel for pixel', () => {
  const rig = createRig();
  fc.assert(
    fc.property(anyCamera, anyFrame, point, (camera, frame, at) => {
      rig.axonometric(camera, frame, 60);
      const [x, y] = rig.project(...at);
      const [px, py] = projector(camera, frame)(...at);
      const scale = frame.height / camera.height;
      expect(Math.abs(x - px) / scale).toBeLessThan(1e-6);
      expect(Math.abs(y - py) / scale).toBeLessThan(1e-6);
    }),
  );
});

test('the line of sight of a pixel goes through what is seen there, away from the eye', () => {
  const rig = createRig();
  fc.assert(
    fc.property(anyCamera, anyFrame, point, (camera, frame, at) => {
      rig.axonometric(camera, frame, 60);
      const [x, y] = rig.project(...at);
      const ray = rig.ray(x, y);
      expect(beside(at, ray)).toBeLessThan(1e-4);
      cameraAxes(camera).eye.forEach((value, k) => expect(ray.direction[k]).toBeCloseTo(-value, 6));
    }),
  );
});

test('nothing within reach is cut off', () => {
  const rig = createRig();
  const camera: Camera = { target: [0, 1, 0], yaw: 0.6, pitch: 0.4, height: 10 };
  rig.axonometric(camera, { width: 800, height: 600 }, 30);
  const { eye } = cameraAxes(camera);
  const planes = rig.camera as unknown as { near: number; far: number };
  for (const metres of [-29, 0, 29]) {
    const at = camera.target.map((value, k) => value + metres * eye[k]!) as [number, number, number];
    const depth = -rig.project(...at)[2];
    expect(depth).toBeGreaterThan(planes.near);
    expect(depth).toBeLessThan(planes.far);
  }
});

test('a walker sees from the height of the eyes, straight ahead in the middle, and nothing behind', () => {
  const rig = createRig();
  const frame = { width: 900, height: 600 };
  for (const heading of [0, 0.8, -Math.PI / 2, 3]) {
    rig.walking({ x: 2, z: 5, heading }, frame);
    expect(rig.camera).toBeInstanceOf(PerspectiveCamera);
    const ahead = (metres: number) =>
      rig.project(2 - Math.sin(heading) * metres, eyeHeight, 5 - Math.cos(heading) * metres);
    expect(ahead(4)[0]).toBeCloseTo(450, 6);
    expect(Math.abs(ahead(40)[1] - 300)).toBeLessThan(25);
    expect(ahead(-4)[0]).toBeLessThan(0);
    const { origin } = rig.ray(450, 300);
    expect(origin[1]).toBeCloseTo(eyeHeight, 1);
    expect(beside([2, eyeHeight, 5], rig.ray(120, 80))).toBeLessThan(1e-3);
  }
});

test('in perspective what is twice as far is half as large', () => {
  const rig = createRig();
  rig.walking({ x: 0, z: 0, heading: 0 }, { width: 900, height: 600 });
  const tall = (z: number) => rig.project(0, 0, z)[1] - rig.project(0, 2, z)[1];
  expect(tall(-4) / tall(-8)).toBeCloseTo(2, 1);
});
