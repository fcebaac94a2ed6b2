import { expect, test } from 'vitest';
import { edition, editionOf, editionText } from '../../../src/data/edition.ts';

test('the commit is that of the environment, else that of git, else said to be unknown', () => {
  const git = (...args: string[]) => (args[0] === 'describe' ? 'abc-modified' : '2026-11-29');
  expect(editionOf({}, git)).toEqual({ commit: 'abc-modified', day: '2026-11-29' });
  expect(editionOf({ COMMIT: 'def' }, git)).toEqual({ commit: 'def', day: '2026-11-29' });
  expect(editionOf({}, () => null)).toEqual({ commit: 'unknown', day: 'unknown' });
  expect(editionOf({ COMMIT: 'def', SOURCE_DATE_EPOCH: '0' }, () => null)).toEqual({
    commit: 'def',
    day: '1970-01-01',
  });
});

test('the edition of this checkout is the version of its package and a commit or "unknown"', () => {
  expect(editionText(edition())).toMatch(/^\d+\.\d+\.\d+, commit ([0-9a-f]{40}(-modified)?|unknown)$/);
});
