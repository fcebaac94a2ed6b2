import { expect, test } from 'vitest';
import { withState } from '../../../src/widget/address.ts';
import type { ParameterDeclarations } from '../../../src/widget/parameter.ts';

const declarations = {
  level: { kind: 'choice', values: ['hall', 'row'], default: 'hall' },
  glow: { kind: 'integer', min: 0, max: 9, default: 1 },
} as const satisfies ParameterDeclarations;

const next = (address: string, values: { level: 'hall' | 'row'; glow: number }, prefix = '') =>
  withState(new URL(address, 'https://example.org'), declarations, values, prefix);

test('a state replaces the figure’s own keys and leaves everything else', () => {
  expect(next('/en/a/?theme=dark&level=hall&glow=4#two', { level: 'row', glow: 1 })).toBe(
    '/en/a/?theme=dark&level=row#two',
  );
});

test('two figures on a page do not touch each other', () => {
  expect(next('/en/a/?one.level=row&two.level=row', { level: 'hall', glow: 3 }, 'two.')).toBe(
    '/en/a/?one.level=row&two.glow=3',
  );
});

test('the default state has no query', () => {
  expect(next('/base/en/a/?level=row', { level: 'hall', glow: 1 })).toBe('/base/en/a/');
});
