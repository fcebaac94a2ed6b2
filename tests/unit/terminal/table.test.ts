import { describe, expect, test } from 'vitest';
import { formatRounded } from '../../../src/encoding/format.ts';
import { formatFields } from '../../../src/terminal/fields.ts';
import { formatBandwidth, formatTime, numberText } from '../../../src/terminal/table.ts';

describe('a number in words of the terminal', () => {
  test.each([
    [84_759_281_664, '84759281664'],
    [0.14234567, '0.142'],
    [12345.678, '12346'],
    [15832 / 814, '19.4'],
    [-2.90909, '-2.91'],
    [0, '0'],
  ])('%d is %s: whole where it is whole, else in three digits', (value, text) => {
    expect(numberText(value)).toBe(text);
    expect(formatFields({ value })).toBe(`value  ${text}`);
  });

  test.each([
    [0.0090512345, '9.05 ms'],
    [1.234567e-6, '1.23 µs'],
    [2.160987, '2.16 s'],
  ])('%d s is %s', (seconds, text) => expect(formatTime(seconds)).toBe(text));

  test('a bandwidth has the digits that the chart of bandwidths gives it', () => {
    expect(formatBandwidth(1.008e12)).toBe('1.008 TB/s');
    expect(formatBandwidth(616e9)).toBe('616 GB/s');
    expect(formatBandwidth(181.93e9)).toBe('182 GB/s');
  });

  test('figures and the terminal cut numbers alike, halves too', () => {
    for (const value of [15832 / 814, 2368 / 814, 4992 / 826, 1.005, 0.285, 8.345])
      expect(formatRounded(value)).toBe(numberText(value));
  });
});
