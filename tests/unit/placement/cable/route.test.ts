import { describe, expect, test } from 'vitest';
import { trayHeight } from '../../../../src/placement/cable/overhead.ts';
import { wireWay } from '../../../../src/placement/cable/route.ts';
import { flightFocus, propsAt } from '../../../../src/placement/flight/flight.ts';
import { standingCabinet } from '../../../../src/placement/hall/hall.ts';
import { levelBounds } from '../../../../src/placement/view/viewpoint.ts';
import { plan, props } from '../recordedFlight.ts';

const focus = flightFocus(props, plan);
const cabinet = standingCabinet(plan.pod, focus.cabinet.classId, focus.cabinet.ordinal);
const height = props.layout.cabinet.height.value;

describe.each([0, 1, 2, 3, 4, 5])('the way of the wire at stop %i', (stop) => {
  const ways = wireWay(props, plan, stop);

  test('is unbroken, and light follows copper', () => {
    ways.slice(1).forEach(({ points }, i) => expect(points[0]).toEqual(ways[i]!.points.at(-1)));
    const media = ways.map(({ medium }) => medium);
    expect(media).toEqual(
      [['copper'], ['copper'], ['copper', 'light'], ['copper', 'light'], ['copper', 'light'], ['light']][
        stop
      ],
    );
    for (const { points } of ways)
      for (const value of points.flat()) expect(Number.isFinite(value)).toBe(true);
  });
});

test('begins on the open chip', () => {
  const [low, high] = levelBounds(propsAt(props, 'package'), plan.pod, focus);
  const [x, , z] = wireWay(props, plan, 0)[0]!.points[0]!;
  expect(x).toBeGreaterThan(low[0]);
  expect(x).toBeLessThan(high[0]);
  expect(z).toBeGreaterThan(low[2]);
  expect(z).toBeLessThan(high[2]);
});

test('is copper inside its cabinet and light above it, in the tray', () => {
  const [copper, light] = wireWay(props, plan, 3);
  const rising = copper!.points.slice(3);
  for (const [x, y, z] of rising) {
    expect(Math.abs(x - cabinet.x)).toBeLessThan(props.layout.cabinet.width.value / 2);
    expect(y).toBeLessThanOrEqual(height);
    expect(Math.abs(z - cabinet.z)).toBeLessThan(props.layout.cabinet.depth.value / 2);
  }
  expect(Math.max(...light!.points.map(([, y]) => y))).toBeCloseTo(trayHeight(props.layout, 0) + 0.02, 6);
  for (const [, y] of light!.points) expect(y).toBeGreaterThanOrEqual(height);
});
