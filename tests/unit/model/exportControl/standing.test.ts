import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/model/exportControl/assess.ts';
import { standingOn } from '../../../../src/model/exportControl/standing.ts';
import { chipOf, rulebook } from './ask.ts';

describe('how a measure stands on a day', () => {
  const pause = { status: 'in-force', endsOn: '2026-11-09' };
  test.each([
    ['2026-10-08', 'holds'],
    ['2026-11-09', 'holds'],
    ['2026-11-10', 'ended-by-text'],
    ['2027-05-01', 'ended-by-text'],
  ])('a pause written to 9 November 2026 on %s: %s', (day, standing) => {
    expect(standingOn(pause, day)).toBe(standing);
  });

  test('an end that was confirmed, and a replacement, are no matter of the day', () => {
    for (const day of ['2024-01-01', '2027-01-01']) {
      expect(standingOn({ status: 'rescinded', endsOn: '2026-11-09' }, day)).toBe('ended');
      expect(standingOn({ status: 'superseded', endsOn: null }, day)).toBe('replaced');
    }
    expect(standingOn({ status: 'in-force', endsOn: null }, '2099-01-01')).toBe('holds');
  });
});

describe('a gate with an end of its own after the evidence', () => {
  const gate = {
    id: 'a-pause',
    from: '2025-11-10',
    until: '2026-11-09',
    destinations: null,
    chips: null,
    jurisdiction: 'CN',
    text: 'A pause.',
    status: 'in-force',
    reading: 'account' as const,
    sources: [],
  };
  const gateOn = (date: string) =>
    assess({ ...rulebook, gates: [gate] }, { chip: chipOf(5000, 800), date, destination: 'CN', parent: null, route: 'us' }).otherGates[0]; // prettier-ignore
  test('holds to its last day, and after it is told as ended by its text', () => {
    expect(gateOn('2026-10-01')).toMatchObject({ endsOn: '2026-11-09', standing: 'holds' });
    expect(gateOn('2026-11-09')).toMatchObject({ standing: 'holds' });
    expect(gateOn('2026-11-29')).toMatchObject({ endsOn: '2026-11-09', standing: 'ended-by-text' });
  });
});

test('every answer says what it does not ask, and of every step where it stands, how long, and what was read', () => {
  const verdict = assess(rulebook, { chip: chipOf(5000, 800), date: '2026-06-01', destination: 'CN', parent: null, route: 'us' }); // prettier-ignore
  const asked = verdict.notAsked.map(({ id }) => id);
  for (const id of ['end-use', 're-export', 'deemed-export', 'systems', 'us-persons', 'half-owned'])
    expect(asked).toContain(id);
  for (const { from, to, reading, citation, rule } of verdict.reasons) {
    expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(to === null || to >= from).toBe(true);
    expect(['read', 'quoted', 'account', 'unpublished']).toContain(reading);
    if (rule.startsWith('letters')) expect([citation, reading]).toEqual([null, 'unpublished']);
    if (rule === 'ifr-2023-10') expect([citation, reading]).toEqual(['88 FR 73458', 'quoted']);
  }
});
