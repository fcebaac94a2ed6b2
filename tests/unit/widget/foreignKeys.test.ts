import { expect, test } from 'vitest';
import { frameParameters } from '../../../src/embed/frameParameters.ts';
import { embedKeys, unknownKeys } from '../../../src/widget/foreignKeys.ts';

const declarations = { level: { kind: 'choice', values: ['hall', 'row'], default: 'hall' } } as const;
const unknown = (query: string, prefix = '', others: readonly string[] = []) =>
  unknownKeys(new URLSearchParams(query), declarations, prefix, others);

test('a misspelt key is told, once', () => {
  expect(unknown('levle=row&level=row&levle=hall')).toEqual(['levle']);
});

test.each([
  'utm_source=a&utm_campaign=b',
  'fbclid=a&gclid=b&msclkid=c&igshid=d',
  '_ga=1.2&_hsenc=x&mc_cid=2',
  'childId=box&initialWidth=600&parentUrl=x&secret=s',
  'ref=home',
])('what others put into an address is left alone: %s', (query) => {
  expect(unknown(query)).toEqual([]);
});

test('keys with a dot belong to other figures', () => {
  expect(unknown('rack-compare.left=x')).toEqual([]);
});

test('in an article the keys that begin with the figure’s name are its own, and no others', () => {
  expect(unknown('hall.level=row&hall.levle=row&levle=row&other.levle=row', 'hall.')).toEqual(['hall.levle']);
});

test('an embed’s keys are those that every embed takes', () => {
  expect([...embedKeys].sort()).toEqual(Object.keys(frameParameters).sort());
  expect(unknown('theme=dark&size=fit&levle=x', '', embedKeys)).toEqual(['levle']);
});
