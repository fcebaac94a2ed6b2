import { describe, expect, it } from 'vitest';
import { formatNumber, formatRounded, formatStatement } from '../../../src/encoding/format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a number', () => {
  it('groups thousands and has a true minus sign', () => {
    expect(formatNumber(8192)).toBe('8,192');
    expect(formatNumber(-0.5)).toBe('−0.5');
  });

  it('is cut to significant digits without trailing zeros', () => {
    expect(formatRounded(8.192)).toBe('8.19');
    expect(formatRounded(113.777, 4)).toBe('113.8');
    expect(formatRounded(2.0001)).toBe('2');
    expect(formatRounded(8192, 2)).toBe('8,200');
  });
});

describe('a statement', () => {
  it.each([
    [{ value: 2, unit: 'TB/s' }, '2 TB/s'],
    [{ value: { low: 120, high: 145 }, unit: 'kW' }, '120–145 kW'],
    [{ value: 1000, unit: 'm2', bound: 'about' }, 'about 1,000 m²'],
    [{ value: 15, unit: 'MW', bound: 'at-most' }, 'up to 15 MW'],
    [{ value: 64, unit: '1', bound: 'at-least' }, 'at least 64'],
    [{ value: 1, unit: 'switches' }, '1 switch'],
    [{ value: 1, unit: 'UB lanes' }, '1 UB lane'],
    [{ value: 1, unit: 'GPUs' }, '1 GPU'],
    [{ value: 1, unit: 'industries' }, '1 industry'],
    [{ value: 5, unit: 'ms' }, '5 ms'],
    [{ value: 3.9, unit: 'x' }, '3.9×'],
    [{ value: 3, unit: 'MUSD' }, '$3 million'],
    [{ value: 5.5, unit: 'GUSD', bound: 'at-most' }, 'up to $5.5 billion'],
    [{ value: 2, unit: 'GB/s/mm2' }, '2 GB/s per mm²'],
    [{ value: 1000, unit: 'GB300-equivalents' }, '1,000 GB300 equivalents'],
    [{ value: 40, unit: 'us' }, '40 µs'],
    [{ value: '2026-Q4' }, 'fourth quarter of 2026'],
    [{ value: 'TSMC 4N' }, 'TSMC 4N'],
    [{ value: ['FP8', 'FP4'] }, 'FP8, FP4'],
    [{ value: true }, 'yes'],
  ] as const)('%j reads %j', (statement, text) => {
    expect(plain(formatStatement(statement as Parameters<typeof formatStatement>[0]))).toBe(text);
  });

  it('keeps number and unit on one line', () => {
    expect(formatStatement({ value: 2, unit: 'TB/s' })).toBe('2\u00a0TB/s');
  });

  it('says in full what a comparison needs', () => {
    expect(plain(formatStatement({ value: 900, unit: 'GB/s', direction: 'both' }, 'full'))).toBe(
      '900 GB/s, both directions',
    );
    expect(
      plain(formatStatement({ value: 1, unit: 'PFLOPS', format: 'fp8', sparsity: 'dense' }, 'full')),
    ).toBe('1 PFLOPS FP8, dense');
  });

  it('prints the number alone, or in words', () => {
    expect(formatStatement({ value: 8192, unit: 'chips', bound: 'about' }, 'number')).toBe('8,192');
    expect(formatStatement({ value: 64, unit: 'chips' }, 'words')).toBe('sixty-four');
    expect(() => formatStatement({ value: { low: 1, high: 2 }, unit: 'kW' }, 'words')).toThrow(
      'a whole number',
    );
    expect(() => formatStatement({ value: 8192, unit: 'chips' }, 'words')).toThrow('8192 in words');
  });
});
