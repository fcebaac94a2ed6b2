import { expect, test } from 'vitest';
import { startingValues } from '../../../src/components/widget/startingValues.ts';

const declarations = {
  level: { kind: 'choice', values: ['hall', 'row'], default: 'hall' },
  xray: { kind: 'flag', default: false },
} as const;

test('an article may start a figure where it likes', () => {
  expect(startingValues(declarations, { xray: true }, 'figure "a"')).toEqual({ level: 'hall', xray: true });
});

test('a parameter that does not exist fails the build with its name and the figure', () => {
  expect(() => startingValues(declarations, { depth: 1 }, 'figure "a"')).toThrow(
    'figure "a": no parameter "depth"; there are: level, xray',
  );
});

test('a value that is not allowed fails the build with what is', () => {
  expect(() => startingValues(declarations, { level: 'attic' }, 'figure "a"')).toThrow(
    'figure "a": level="attic"; allowed: hall, row',
  );
});
