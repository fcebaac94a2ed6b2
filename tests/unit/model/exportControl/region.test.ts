import { describe, expect, test } from 'vitest';
import { unlimited } from '../../../../src/model/exportControl/interval.ts';
import { regionsOn } from '../../../../src/model/exportControl/region.ts';
import { rulebook } from './ask.ts';

describe('regionsOn', () => {
  test('there is no plane before the list, and one half of it in 2022', () => {
    expect(regionsOn(rulebook, '2022-10-20')).toEqual([]);
    const [only, ...rest] = regionsOn(rulebook, '2022-10-21');
    expect(rest).toEqual([]);
    expect(only).toEqual({
      clause: '3A090.a-2022',
      paragraph: '3A090.a',
      rule: 'ifr-2022-10',
      tpp: { low: 4800, high: unlimited },
      performanceDensity: { low: 0, high: unlimited },
      beside: 'I/O of 600 GB/s or more',
    });
  });

  test('the rule of 2023 draws four, those below 4,800 for data centres alone', () => {
    const regions = regionsOn(rulebook, '2023-11-17');
    const at = (name: string) => regions.filter(({ clause }) => clause === name);
    expect(regions).toHaveLength(4);
    expect(at('3A090.a.1')).toMatchObject([{ tpp: { low: 4800, high: unlimited }, beside: null }]);
    expect(at('3A090.a.2')).toMatchObject([
      { tpp: { low: 1600, high: 4800 }, performanceDensity: { low: 5.92, high: unlimited } },
    ]);
    expect(at('3A090.b.1')).toMatchObject([
      { tpp: { low: 2400, high: 4800 }, performanceDensity: { low: 1.6, high: 5.92 } },
    ]);
    expect(at('3A090.b.2')).toMatchObject([
      { tpp: { low: 1600, high: 2400 }, performanceDensity: { low: 3.2, high: 5.92 } },
    ]);
    for (const { clause, beside } of regions)
      expect(beside).toBe(clause === '3A090.a.1' ? null : 'designed or marketed for data centres');
  });

  test('after the evidence the last plane stands; a date that is none is refused', () => {
    expect(regionsOn(rulebook, '2030-01-01')).toEqual(regionsOn(rulebook, '2026-10-08'));
    expect(() => regionsOn(rulebook, '2023-13-01')).toThrow(RangeError);
  });
});
