import { expect, test } from 'vitest';
import type { PartClass } from '../../../../src/model/failure/part.ts';
import { randomFrom } from '../../../../src/model/failure/random.ts';
import { simulateFailures, type FailureEvent } from '../../../../src/model/failure/simulate.ts';

const chips: PartClass = {
  id: 'chip',
  units: 640,
  partsPerUnit: 1,
  ratePerHour: 1e-4,
  redundancy: { groups: 10, spares: 1, missing: 0, switchoverHours: 0.2 },
};

function first(count: number, classes: readonly PartClass[]): FailureEvent[] {
  const events: FailureEvent[] = [];
  for (const event of simulateFailures(classes, { repairHours: 1, exchangeHours: 100 }, randomFrom(1))) {
    events.push(event);
    if (events.length === count) break;
  }
  return events;
}

test('failures come in order, and each stands as long as its effect says', () => {
  const events = first(500, [chips]);
  expect(events.every(({ running }, i) => i === 0 || running >= events[i - 1]!.running)).toBe(true);
  for (const { effect, standing } of events)
    expect(standing).toBe({ repair: 1, switchover: 0.2, borne: 0 }[effect]);
  // A spare that fails idle, a spare that steps in, and a cabinet without one left all occur.
  expect(new Set(events.map(({ effect }) => effect))).toEqual(new Set(['repair', 'switchover', 'borne']));
});

test('nothing comes where nothing fails', () => {
  expect(first(1, [{ ...chips, ratePerHour: 0 }])).toEqual([]);
});
