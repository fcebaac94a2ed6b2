import { describe, expect, it } from 'vitest';
import { formatStatement } from '../../../src/encoding/format.ts';
import { formatInProse, formatWhen } from '../../../src/encoding/prose.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a value in a sentence', () => {
  it.each([
    ['The rate is', { value: 2, unit: 'TB/s' }, 'The rate is 2 TB/s'],
    ['It draws', { value: { low: 120, high: 145 }, unit: 'kW' }, 'It draws 120–145 kW'],
    ['It fills', { value: 10240, unit: 'cabinets', bound: 'at-least' }, 'It fills at least 10,240 cabinets'],
    ['It has', { value: 1, unit: 'switches' }, 'It has 1 switch'],
    ['It is planned for', { value: '2026-Q4' }, 'It is planned for the fourth quarter of 2026'],
    ['It is planned for', { value: '2027-H1' }, 'It is planned for the first half of 2027'],
    ['It is planned for', { value: '2027' }, 'It is planned for 2027'],
    ['It is planned for', { value: '2026-09' }, 'It is planned for September 2026'],
    ['It is planned for', { value: '2026-09-18' }, 'It is planned for 18 September 2026'],
    ['It computes in', { value: ['FP8', 'FP4', 'INT8'] }, 'It computes in FP8, FP4 and INT8'],
    ['It computes in', { value: ['FP8'] }, 'It computes in FP8'],
    ['The rule is', { value: 'near copper, far optics' }, 'The rule is near copper, far optics'],
  ] as const)('%s … %j', (lead, statement, sentence) => {
    const told = statement as Parameters<typeof formatInProse>[0];
    expect(`${lead} ${plain(formatInProse(told))}`).toBe(sentence);
  });

  it('is never a bare yes or no', () => {
    expect(() => formatInProse({ value: true })).toThrow('"true" in a sentence');
  });

  it('keeps a limit where its unit is left out', () => {
    expect(formatStatement({ value: 10240, unit: 'cabinets', bound: 'at-least' }, 'number')).toBe(
      'at least 10,240',
    );
    expect(formatStatement({ value: 4096, unit: 'chips', bound: 'at-most' }, 'number')).toBe('up to 4,096');
  });
});

describe('a time in a sentence', () => {
  it.each([
    ['2026-Q4', 'It is due in the fourth quarter of 2026'],
    ['2026-H2', 'It is due in the second half of 2026'],
    ['2027', 'It is due in 2027'],
    ['2026-09', 'It is due in September 2026'],
    ['2026-09-18', 'It is due on 18 September 2026'],
  ])('%s', (value, sentence) => {
    expect(`It is due ${formatWhen({ value })}`).toBe(sentence);
  });

  it('is a date', () => {
    expect(() => formatWhen({ value: 'soon' })).toThrow('"soon"');
    expect(() => formatWhen({ value: 2026, unit: '1' })).toThrow('as a time');
  });
});
