import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import {
  heroChip,
  heroChipWire,
  heroHall,
  heroMarks,
  heroMarkSvg,
} from '../../../../src/figure/wire/hero.ts';
import { plan, props } from '../../placement/recordedFlight.ts';

const hall = heroHall(props, plan);
const chip = heroChip(props, plan);
const whole = ({ width, height, inside }: typeof hall) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`;

describe.each([
  ['the hall', hall],
  ['the chip', chip],
])('%s of the first screen', (_, drawing) => {
  test('can be drawn, and every number in it is one', () => {
    expect(drawing.inside).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(new Resvg(whole(drawing)).render().width).toBe(drawing.width);
  });

  test('is cut to what is on it', () => {
    expect(drawing.width).toBeGreaterThan(200);
    expect(drawing.height).toBeLessThan(drawing.width);
  });
});

test('every cabinet and the person stand inside the drawing', () => {
  const { height } = props.layout.cabinet;
  for (const { x, z } of plan.pod.cabinets)
    for (const y of [0, height.value]) {
      const [across, down] = hall.project(x, y, z);
      expect(across).toBeGreaterThan(0);
      expect(across).toBeLessThan(hall.width);
      expect(down).toBeGreaterThan(0);
      expect(down).toBeLessThan(hall.height);
    }
  expect(hall.inside.match(/class="person"/g)).toHaveLength(1);
});

test('the wire of the chip begins on it and leaves the drawing downwards', () => {
  const [, y, end] = /M[\d.]+ ([\d.]+)V([\d.]+)/.exec(heroChipWire(props, plan, chip))!;
  expect(Number(y)).toBeGreaterThan(0);
  expect(Number(y)).toBeLessThan(chip.height);
  expect(Number(end)).toBeGreaterThan(chip.height);
});

test('words stand off what they name, with a leader to it', () => {
  const { copper, light } = heroMarks(props, plan, hall);
  expect(copper.words[0]).toBeLessThan(copper.at[0]);
  expect(light.words[1]).toBeLessThan(light.at[1]);
  const svg = heroMarkSvg(light, ['Light', 'between <cabinets>']);
  expect(svg).toContain(`L${light.at[0].toFixed(1)} ${light.at[1].toFixed(1)}`);
  expect(svg).toContain('between &lt;cabinets&gt;');
});
