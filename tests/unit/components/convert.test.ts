import { expect, it } from 'vitest';
import { convert } from '../../../src/components/convert.ts';

const statement = { status: 'listed', stated_on: '2026', as_of: '2026', sources: ['a'] } as const;

it('keeps the value and changes the unit', () => {
  expect(convert({ ...statement, sources: [], value: 2, unit: 'TB/s' }, 'GB/s')).toMatchObject({
    value: 2000,
    unit: 'GB/s',
  });
  expect(
    convert({ ...statement, sources: [], value: { low: 0.1, high: 0.3 }, unit: 'MW' }, 'kW'),
  ).toMatchObject({
    value: { low: 100, high: 300 },
  });
});

it('refuses a unit of another quantity, and words', () => {
  expect(() => convert({ ...statement, sources: [], value: 2, unit: 'TB/s' }, 'kW')).toThrow(
    'a unit of bandwidth',
  );
  expect(() => convert({ ...statement, sources: [], value: 'HBM', unit: 'GB' }, 'TB')).toThrow(
    'a number or a range',
  );
});
