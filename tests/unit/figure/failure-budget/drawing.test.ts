import { expect, test } from 'vitest';
import { drawFailures } from '../../../../src/figure/failure-budget/drawing.ts';
import type { FailureProps } from '../../../../src/figure/failure-budget/props.ts';

const part = (id: string) => ({ id, count: '8', kind: id, life: 'long', every: 'often', short: 'often' });
const props = (failures: FailureProps['failures']): FailureProps => ({
  parts: [part('module'), part('chip')],
  weeks: 13,
  failures,
  until: 13 * 168,
  words: {
    first: 'after',
    firstTime: '5 hours',
    runs: 'runs',
    runsShare: '80 %',
    week: 'one week',
    number: (week) => `week ${week}`,
    gap: 'a gap',
  },
});

const frames = [1120, 720, 400].map((width) => ({ width, height: width > 1000 ? 630 : 540 }));
/** Lengths of the pieces of the bars of the weeks, without the samples beside the names. */
const pieces = (svg: string): number[] => {
  const bars = [...svg.matchAll(/class="fail-bar"[^>]* d="([^"]*)"/g)].map(([, d]) => d!);
  const weeks = bars.sort((a, b) => b.length - a.length)[0]!;
  return [...weeks.matchAll(/h([\d.]+)/g)].map(([, h]) => Number(h));
};

test.each(frames)('a bar is whole where nothing fails, $width wide', (frame) => {
  const lengths = pieces(drawFailures(props([]), frame));
  expect(lengths).toHaveLength(13);
  expect(new Set(lengths).size).toBe(1);
});

test.each(frames)('a gap is as long as the machine stands, to scale, $width wide', (frame) => {
  const week = pieces(drawFailures(props([]), frame))[0]!;
  const stop = { part: 0, hour: 50, effect: 'repair', standing: 20 } as const;
  const [before, after] = pieces(drawFailures(props([stop]), frame));
  expect(before! / week).toBeCloseTo(50 / 168, 2);
  expect(after! / week).toBeCloseTo(98 / 168, 2);
});

test('a stop over the end of a week cuts both weeks', () => {
  const stop = { part: 0, hour: 160, effect: 'repair', standing: 20 } as const;
  const [first, second] = pieces(drawFailures(props([stop]), frames[0]!));
  expect(first! / second!).toBeCloseTo(160 / 156, 2);
});

test('a failure that is borne has a fainter pin and no gap', () => {
  const svg = drawFailures(props([{ part: 1, hour: 9, effect: 'borne', standing: 0 }]), frames[0]!);
  expect(pieces(svg)).toHaveLength(13);
  expect(svg).toContain('fail-chip fail-borne');
});

test('pins of different kinds differ in height', () => {
  const both = [0, 1].map((kind) => ({ part: kind, hour: 9, effect: 'repair', standing: 1 }) as const);
  const svg = drawFailures(props(both), frames[0]!);
  const heights = ['module', 'chip'].map((id) =>
    Number(new RegExp(`fail-${id}" d="M\\S+ \\S+v(-[\\d.]+)`).exec(svg)![1]),
  );
  expect(heights[0]! / heights[1]!).toBeCloseTo(2, 1);
});
