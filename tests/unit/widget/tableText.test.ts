import { expect, test } from 'vitest';
import { csvText, tableRecords } from '../../../src/widget/tableText.ts';

const table = {
  caption: 'Cabinets',
  head: ['Part', 'Count'],
  rows: [
    ['Cabinet, "open"', '16'],
    ['Two\nlines', '4'],
  ],
};

test('commas, quotes and line ends are quoted as RFC 4180 asks', () => {
  expect(csvText([table], [])).toBe('Part,Count\r\n"Cabinet, ""open""",16\r\n"Two\nlines",4\r\n');
});

test('where the data comes from stands before it, one line each', () => {
  const lines = csvText([table, table], ['From the\nsite', 'CC BY 4.0']).split('\r\n');
  expect(lines.slice(0, 4)).toEqual(['# From the site', '# CC BY 4.0', '', 'Part,Count']);
  expect(lines.filter((line) => line === 'Part,Count')).toHaveLength(2);
});

test('a row becomes an object under its header cells', () => {
  expect(tableRecords(table)[1]).toEqual({ Part: 'Two\nlines', Count: '4' });
});
