import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../../../src/data/catalog.ts';
import { figureKeys, figureOf, inSi, rangeInSi } from '../../../src/data/figure.ts';
import { firstDay, lastDay } from '../../../src/data/schema/date.ts';
import { baseUnit, quantities, units, unitsOf } from '../../../src/data/schema/unit.ts';
import { soundContent } from './raw.ts';

const catalogue = buildCatalogue(soundContent());
const rate = 'chip-a.fp8-pflops';

describe('figureOf', () => {
  test('shows the newest statement, keeps the older ones and the disputed ones apart', () => {
    const figure = figureOf(catalogue, rate);
    expect(figure.shown?.value).toBe(3.6);
    expect(figure.earlier.map(({ value }) => value)).toEqual([4]);
    expect(figure.disputed.map(({ value }) => value)).toEqual([5]);
    expect(figure.later).toEqual([]);
    expect(figure.record).toEqual({ id: 'chip-a', name: 'Chip A' });
    expect(figure.label).toBe('FP8 rate');
    expect(figure.conflicts.map(({ about }) => about)).toEqual(['Its rate']);
  });

  test('goes back to what was known on a day', () => {
    const figure = figureOf(catalogue, rate, { asOf: '2025-12-31' });
    expect(figure.shown?.value).toBe(4);
    expect(figure.later.map(({ value }) => value)).toEqual([3.6]);
    expect(figure.disputed).toEqual([]);
  });

  test('counts a month as its last day', () => {
    expect(figureOf(catalogue, rate, { asOf: '2026-09-29' }).shown?.value).toBe(4);
    expect(figureOf(catalogue, rate, { asOf: '2026-09-30' }).shown?.value).toBe(3.6);
    expect(figureOf(catalogue, rate, { asOf: '2026-09' }).shown?.value).toBe(3.6);
  });

  test('shows nothing before the first statement and says from when', () => {
    const figure = figureOf(catalogue, rate, { asOf: '2025-09-17' });
    expect(figure.shown).toBeNull();
    expect(figure.knownFrom).toBe('2025-09-18');
    expect(figure.later.map(({ value }) => value)).toEqual([4, 3.6]);
  });

  test('cites the sources of the shown statement first, each once', () => {
    const { sources } = figureOf(catalogue, rate);
    expect(sources.map(({ id }) => id)).toEqual(['keynote', 'roadmap']);
    expect(sources[0]).toMatchObject({
      url: 'https://example.com/a',
      published: '2025-09-18',
      access: 'read',
    });
  });

  test('names the key and its neighbours where nothing has that name', () => {
    expect(() => figureOf(catalogue, 'chip-a.fp8-pflop')).toThrow(
      /No figure "chip-a.fp8-pflop": nearest: chip-a.fp8-pflops/,
    );
    expect(() => figureOf(catalogue, 'chip-b.fp8-pflops')).toThrow(/chip-a.fp8-pflops/);
    expect(() => figureOf(catalogue, 'nothing')).toThrow(/No figure "nothing"/);
  });

  test('refuses a day that is none', () => {
    expect(() => figureOf(catalogue, rate, { asOf: 'tomorrow' })).toThrow(/asOf "tomorrow" is not a date/);
  });

  test('answers every key it lists', () => {
    for (const key of figureKeys(catalogue)) expect(figureOf(catalogue, key).key).toBe(key);
  });
});

describe('conversion to base units', () => {
  test.each([
    [2, 'TB/s', 2e12],
    [400, 'Gb/s', 50e9],
    [144, 'GB', 144e9],
    [1, 'GiB', 1073741824],
    [3.6, 'PFLOPS', 3.6e15],
    [559, 'kW', 559_000],
    [2250, 'mm', 2.25],
    [47, 'U', 2.08915],
    [44, 'OU', 2.112],
    [858, 'mm2', 858e-6],
    [1.36, 't', 1360],
    [60, 'L/min', 1e-3],
    [2.1, 'us', 2.1e-6],
    [13.8, 'h', 49_680],
    [97, '%', 0.97],
    [384, 'chips', 384],
  ])('%d %s', (value, unit, expected) => {
    expect(inSi({ value, unit })).toBeCloseTo(expected, 12);
  });

  test('gives both ends of a range and refuses to make one number of it', () => {
    const range = { value: { low: 120, high: 132 }, unit: 'kW' };
    expect(rangeInSi(range)).toEqual({ low: 120_000, high: 132_000 });
    expect(() => inSi(range)).toThrow(/is a range/);
  });

  test('refuses words', () => {
    expect(() => inSi({ value: 'liquid' })).toThrow(/"liquid".*not a number/);
    expect(() => inSi({ value: 4, unit: 'furlongs' })).toThrow(/furlongs/);
  });

  test('every quantity has units and a base unit, or neither', () => {
    for (const quantity of quantities)
      expect(unitsOf(quantity).length > 0, quantity).toBe(quantity in baseUnit);
    for (const [name, { factor }] of units) expect(factor, name).toBeGreaterThan(0);
  });
});

test('a partial date begins on its first day and ends on its last', () => {
  expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([firstDay('2024-02-03'), lastDay('2024-02-03')]).toEqual(['2024-02-03', '2024-02-03']);
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const text = `${year}-${String(month).padStart(2, '0')}`;
      const next = new Date(`${lastDay(text)}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(next.getUTCDate()).toBe(1);
      expect(lastDay(text).startsWith(text)).toBe(true);
      expect(firstDay(text) < lastDay(text)).toBe(true);
    }),
  );
});
