import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { powersPoster } from '../../../../src/figure/powers-of-ten/poster.ts';
import { figureStrings } from '../../../../src/locale/figureStrings.ts';
import { scaleAt } from '../../../../src/placement/flight/flight.ts';
import { drawingWords } from '../../../../src/placement/flight/flightLabels.ts';
import { stops } from '../../../../src/placement/flight/stops.ts';
import { phrases } from '../../../../src/widget/phrases.ts';
import { labelWords } from '../../../../src/widget/powers-of-ten/text.ts';
import { plan, props, record } from '../../placement/recordedFlight.ts';

const id = 'powers-of-ten';
const say = phrases(figureStrings(id, 'en'), id);
const words = drawingWords(labelWords(record, say, (part) => say(`part.${part}.one`)));
const frame = { width: 1056, height: 852 };
const drawn = stops.map((stop, index) => ({
  stop,
  svg: powersPoster(props, plan, scaleAt(index), words, { frame, name: 'flight' }),
}));
const idsIn = (svg: string) => [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name!);

describe.each(drawn)('the drawing of the stop $stop', ({ svg }) => {
  test('can be drawn, fills its frame, and every number in it is one', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(svg).toContain(`viewBox="0 0 ${frame.width} ${frame.height}"`);
    const { width, height } = new Resvg(svg).getBBox()!;
    expect(Math.max(width / frame.width, height / frame.height)).toBeGreaterThan(0.5);
  });

  test('uses only what it has drawn itself, and loads nothing', () => {
    const own = idsIn(svg);
    expect(new Set(own).size).toBe(own.length);
    for (const [, target] of svg.matchAll(/href="([^"]*)"/g))
      expect(own.map((name) => `#${name}`)).toContain(target);
    expect(svg).not.toMatch(/<style|\sstyle=|<script|\son\w+=|url\(/);
    expect(svg).toContain('aria-hidden="true"');
  });

  test('names something', () => {
    expect(svg.match(/<text/g)?.length ?? 0).toBeGreaterThan(0);
  });
});

test('what is drawn once and set again is told apart by stop and by the name of the figure', () => {
  const hall = stops.indexOf('hall');
  const other = powersPoster(props, plan, scaleAt(hall), words, { frame, name: 'second' });
  expect(idsIn(other).length).toBeGreaterThan(0);
  const mine = new Set(drawn.slice(0, -1).flatMap(({ svg }) => idsIn(svg)));
  expect(mine.size).toBe(drawn.slice(0, -1).flatMap(({ svg }) => idsIn(svg)).length);
  for (const name of idsIn(other)) expect(mine.has(name)).toBe(false);
});

test('the last stop is the first again', () => {
  expect(drawn.at(-1)!.svg.replace(/flight-\d/g, '')).toBe(drawn[0]!.svg.replace(/flight-\d/g, ''));
});
