import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../../src/widget/announcer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const region = () => ({ textContent: '' }) as HTMLElement;

test('of news that only tell the state the latest is said, of messages every one', () => {
  const place = region();
  const announce = announcer(place);
  announce('first');
  announce('second');
  announce.must('A value cannot be used.');
  announce.must('Another cannot either.');
  announce('third');
  expect(place.textContent).toBe('first');
  vi.runAllTimers();
  expect(place.textContent).toBe('A value cannot be used. Another cannot either. third');
});

test('the same words said again change the region', () => {
  const place = region();
  const announce = announcer(place);
  announce('Turned.');
  vi.runAllTimers();
  const before = place.textContent;
  announce('Turned.');
  expect(place.textContent).not.toBe(before);
  expect(place.textContent.trim()).toBe('Turned.');
});
