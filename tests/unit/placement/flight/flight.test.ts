import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projector } from '../../../../src/placement/view/camera.ts';
import {
  cameraAt,
  flightCameras,
  flightPose,
  outermost,
  placeAt,
  scaleAt,
  sightAt,
  stopAt,
  stopBounds,
} from '../../../../src/placement/flight/flight.ts'; // prettier-ignore
import { stops } from '../../../../src/placement/flight/stops.ts';
import { plan, props } from '../recordedFlight.ts';

const frames = [
  { width: 1056, height: 852 },
  { width: 375, height: 340 },
  { width: 1700, height: 1100 },
];
const between = fc.double({ min: 0, max: stops.length - 1, noNaN: true });

describe('the way out and back', () => {
  test('ends where it began, by way of the cluster', () => {
    expect(scaleAt(0)).toBe(0);
    expect(scaleAt(outermost)).toBe(outermost);
    expect(scaleAt(stops.length - 1)).toBe(0);
  });

  test('a scroll rests at every stop, never goes back, and reaches each', () => {
    stops.forEach((stop, index) => {
      for (const aside of [-0.12, 0, 0.12]) {
        const at = placeAt(index + aside);
        expect(at).toBe(index);
        expect(stopAt(at)).toBe(stop);
      }
    });
    fc.assert(
      fc.property(between, between, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(placeAt(low)).toBeLessThanOrEqual(placeAt(high));
      }),
    );
  });

  test('a small scroll moves the camera little: nothing jumps', () => {
    for (const frame of frames) {
      const cameras = flightCameras(props, plan, frame);
      fc.assert(
        fc.property(between, (at) => {
          const step = 1e-3;
          const [a, b] = [at, Math.min(stops.length - 1, at + step)].map((s) =>
            cameraAt(cameras, scaleAt(placeAt(s))),
          );
          expect(Math.abs(Math.log(b!.height / a!.height))).toBeLessThan(0.05);
          const pixels = frame.height / Math.max(a!.height, b!.height);
          expect(Math.hypot(...a!.target.map((v, k) => v - b!.target[k]!)) * pixels).toBeLessThan(40);
        }),
      );
    }
  });
});

test.each(frames)('every stop is seen whole in a frame of $width by $height', (frame) => {
  flightCameras(props, plan, frame).forEach((camera, stop) => {
    const project = projector(camera, frame);
    const bounds = stopBounds(props, plan, stop);
    for (let corner = 0; corner < 8; corner++) {
      const [x, y] = project(
        ...([0, 1, 2].map((k) => bounds[(corner >> k) & 1]![k]!) as [number, number, number]),
      );
      expect(x).toBeGreaterThan(-frame.width * 0.08);
      expect(x).toBeLessThan(frame.width * 1.08);
      expect(y).toBeGreaterThan(-frame.height * 0.05);
      expect(y).toBeLessThan(frame.height * 1.05);
    }
  });
});

test('at no place are more than two neighbouring levels drawn, and always at least one', () => {
  const frame = frames[0]!;
  const cameras = flightCameras(props, plan, frame);
  fc.assert(
    fc.property(fc.double({ min: 0, max: outermost, noNaN: true }), (scale) => {
      const pixels = frame.height / cameraAt(cameras, scale).height;
      const sight = sightAt(scale, pixels, props.layout.cabinet.width.value);
      const drawn = [sight.pod > 0, sight.hall > 0, sight.cluster > 0];
      expect(drawn.filter(Boolean).length).toBeGreaterThan(0);
      expect(sight.pod > 0 && sight.cluster > 0).toBe(false);
      // Where the pod is no longer drawn by itself, the hall or the cluster draws it.
      if (sight.pod === 0) expect(sight.hall === 1 || sight.cluster === 1).toBe(true);
    }),
  );
});

test('the cabinet is closed before the hall takes its place', () => {
  expect(flightPose(4)).toMatchObject({ door: 0, slide: 0, thin: 0 });
});
