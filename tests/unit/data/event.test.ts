import { expect, test } from 'vitest';
import { event } from '../../../src/data/schema/event.ts';

const base = {
  name: 'Something is done',
  date: '2025-11-10',
  actor: 'BIS',
  jurisdiction: 'US',
  topics: ['chips'],
  what: 'It was done.',
  sources: ['a-source'],
};
const pause = {
  ...base,
  kind: 'measure',
  status: 'in-force',
  end_date: '2026-11-09',
  end_says: 'For a year.',
};
const summons = { ...base, kind: 'event', status: 'on-record' };

const complaints = (raw: Record<string, unknown>): string[] => {
  const result = event.safeParse(raw);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('a pause with its end, and a summons, pass', () => {
  expect(complaints(pause)).toEqual([]);
  expect(complaints(summons)).toEqual([]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a summons in force', { ...summons, status: 'in-force' }, 'status: "in-force" of an event'],
  ['a suspended inquiry', { ...summons, status: 'suspended' }, 'status: "suspended" of an event'],
  [
    'a summons that holds over time',
    { ...summons, states: [{ status: 'reported', from: '2025-11-10' }] },
    'states: on an event',
  ],
  ['a summons with a last day', { ...summons, end_date: '2026', end_says: 'x' }, 'end_date: on an event'],
  ['a law that merely happened', { ...pause, status: 'on-record' }, 'status: "on-record" of a measure'],
  ['an end without its words', { ...pause, end_says: undefined }, 'end_says: end_date and end_says'],
  ['words of an end without its day', { ...pause, end_date: undefined }, 'end_says: end_date and end_says'],
  ['neither measure nor event', { ...pause, kind: undefined }, 'kind:'],
])('%s is refused', (_, raw, complaint) => {
  expect(complaints(raw).join('\n')).toContain(complaint);
});
