import { expect, test } from 'vitest';
import { copperReach } from '../../../../src/figure/copper-reach/drawing.ts';
import { placedLength, reachLayout } from '../../../../src/figure/copper-reach/layout.ts';
import type { ReachProps } from '../../../../src/figure/copper-reach/reachProps.ts';

const frames = [
  { width: 1120, height: 630 },
  { width: 720, height: 540 },
  { width: 400, height: 540 },
  { width: 380, height: 310 },
];

const props: ReachProps = {
  medium: 'passive',
  light: false,
  length: 2,
  board: 0.15,
  thickness: 1,
  budget: 35,
  closed: false,
  open: 0.5,
  flat: 0,
  start: 16,
  slope: 5,
  reach: 3.8,
  ends: [
    { kind: 'package', loss: 5 },
    { kind: 'board', loss: 8 },
    { kind: 'connector', loss: 3 },
  ],
  rates: [
    { id: '112', short: '112', label: '112 Gb/s: 3.8 m', brief: '112: 3.8 m', ends: 16, slope: 5, budget: 35, reach: 3.8, current: true },
    { id: '448', short: '448', label: '448 Gb/s: none', brief: '448: none', ends: 54, slope: 12, budget: 40, reach: 0, current: false },
  ],
  shares: [],
  bits: 2,
  words: {
    verdict: '9 dB to spare', what: 'a link', length: '2 m', metres: '0 m', loss: '0 dB lost', budget: 'closed below 35 dB',
    ends: 'ends', endsLoss: '16 dB', eye: 'open', shares: 'shares', medium: 'plain copper',
  },
}; // prettier-ignore

const cable = (svg: string) =>
  /class="reach-cable"[^>]* d="M([\d.]+) [\d.]+H([\d.]+)"/.exec(svg)?.slice(1).map(Number);

test.each(frames)(
  'a cable is drawn as long as it is, to the scale of the cabinets, in $width × $height',
  (frame) => {
    const { x } = reachLayout(frame);
    const [from, to] = cable(copperReach(props, frame))!;
    expect(from).toBeCloseTo(x(0), 0);
    expect(to! - from!).toBeCloseTo(2 * (x(1) - x(0)), 0);
  },
);

test('copper ends where the signal can no longer be read, and pencil goes on', () => {
  const frame = frames[0]!;
  const { x } = reachLayout(frame);
  const svg = copperReach({ ...props, length: 6, closed: true, open: -1 }, frame);
  expect(cable(svg)![1]).toBeCloseTo(x(3.8), 0);
  expect(svg).toContain('reach-unread');
  expect(svg).not.toContain('reach-eye-open');
});

test('light is dashed and has no copper between the cabinets', () => {
  const svg = copperReach(
    { ...props, medium: 'plug', light: true, slope: 0, reach: Infinity, open: 1 },
    frames[0]!,
  );
  expect(svg).toContain('cliff-light');
  expect(svg).not.toContain('reach-cable');
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test.each(frames)(
  'a hand on the drawing means the length under it, to ten centimetres, in $width × $height',
  (frame) => {
    const { x } = reachLayout(frame);
    const range = { min: 10, max: 900 };
    expect(placedLength(frame, x(3.02), range)).toBe(300);
    expect(placedLength(frame, 0, range)).toBe(10);
    expect(placedLength(frame, 5000, range)).toBe(900);
  },
);
