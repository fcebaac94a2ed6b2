import { describe, expect, it } from 'vitest';
import { parseQuantities, parseQuantity } from '../../../src/terminal/quantity.ts';

describe('a quantity', () => {
  it.each([
    ['50GB/s', 'bandwidth', 50e9],
    ['50GiB/s', 'bandwidth', 50 * 2 ** 30],
    ['1.5 TB/s', 'bandwidth', 1.5e12],
    ['500ns', 'time', 500e-9],
    ['0ns', 'time', 0],
    ['2us', 'time', 2e-6],
    ['1KiB', 'bytes', 1024],
    ['1GiB', 'bytes', 2 ** 30],
    ['4096', 'bytes', 4096],
    ['1e6B', 'bytes', 1e6],
  ] as const)('%s is read', (text, kind, value) => {
    expect(parseQuantity('x', text, kind)).toBe(value);
  });

  it.each([
    ['0GB/s', 'bandwidth'],
    ['-1GB/s', 'bandwidth'],
    ['NaNGB/s', 'bandwidth'],
    ['InfinityGB/s', 'bandwidth'],
    ['1e999GB/s', 'bandwidth'],
    ['50', 'bandwidth'],
    ['50Gb/s', 'bandwidth'],
    ['50GB', 'bandwidth'],
    ['GB/s', 'bandwidth'],
    ['', 'bandwidth'],
    ['500', 'time'],
    ['-1ns', 'time'],
    ['500 lightyears', 'time'],
    ['0B', 'bytes'],
    ['1KB/s', 'bytes'],
  ] as const)('"%s" is no %s', (text, kind) => {
    expect(() => parseQuantity('x', text, kind)).toThrow(RangeError);
    expect(() => parseQuantity('x', text, kind)).toThrow(`--x is "${text}": allowed are numbers`);
  });

  it('comes in lists', () => {
    expect(parseQuantities('x', '56GB/s,28GB/s', 'bandwidth')).toEqual([56e9, 28e9]);
    expect(() => parseQuantities('x', '56GB/s,', 'bandwidth')).toThrow(/--x is ""/);
  });
});
