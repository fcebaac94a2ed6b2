import { describe, expect, test } from 'vitest';
import { inSi } from '../../src/data/figure.ts';
import { readCatalogue } from '../../src/data/read.ts';
import { ruledChipOf } from '../../src/data/ruledChip.ts';
import { firstDay, lastDay } from '../../src/data/schema/date.ts';
import type { Statement } from '../../src/data/schema/statement.ts';

const { chips, events, rules } = readCatalogue();
/** Last day the evidence on policy reaches. */
const evidence = '2026-10-08';

const newest = (statements: readonly Statement[] | undefined) =>
  statements
    ?.filter(({ disputed }) => !disputed)
    .sort((a, b) => (lastDay(a.stated_on) < lastDay(b.stated_on) ? 1 : -1))[0];

describe.each([...events])('%s', (_, event) => {
  test('has its days in order', () => {
    if (event.end_date !== undefined) expect(firstDay(event.end_date) >= firstDay(event.date)).toBe(true);
    const days = event.states.map(({ from }) => firstDay(from));
    expect(days).toEqual([...new Set(days)].sort());
    for (const day of days) expect(day >= firstDay(event.date)).toBe(true);
  });

  test('lies within the evidence, or says that it may have changed', () => {
    if (firstDay(event.date) > evidence || (event.end_date !== undefined && lastDay(event.end_date) > evidence))
      expect(event.recheck).toBe(true);
    if (event.recheck) expect(event.status_note).toBeDefined();
    if (firstDay(event.date) > evidence) expect(event.status).toBe('reported');
  });

  test('ends in the state it is given', () => {
    const last = event.states.at(-1);
    // A measure that is only reported may be reported to rest.
    if (last && event.status !== 'reported') expect(last.status).toBe(event.status);
    if (last?.status === 'suspended') expect(event.status_note).toMatch(/suspended/i);
  });

  test('has a source for every figure, none from after the evidence', () => {
    for (const [name, statements] of Object.entries(event.properties))
      for (const { stated_on, sources, status } of statements) {
        expect(sources, name).not.toHaveLength(0);
        expect(firstDay(stated_on) <= evidence, name).toBe(true);
        expect(['shipping', 'listed', 'assumed'], name).not.toContain(status);
      }
  });

  test('has a headline without a full stop, and sentences with one', () => {
    expect(event.name.length).toBeLessThan(90);
    expect(event.name).not.toMatch(/\.$/);
    expect(event.what).toMatch(/\.$/);
  });
});

test('a move names only rules that are in force by its day, but for those that announce one', () => {
  for (const [id, event] of events)
    for (const rule of event.rules) {
      const { effective_from } = rules.get(rule)!;
      const announce = ['us-h200-announced', 'us-ifr-oct-2022', 'us-ifr-oct-2023', 'us-early-effect-oct-2023'];
      if (!announce.includes(id)) expect(effective_from <= lastDay(event.date), `${id}: ${rule}`).toBe(true);
    }
});

test('an event answers only events of the record that came before it', () => {
  for (const [id, { date, answers }] of events)
    for (const other of answers) {
      expect(events.has(other), `${id}: ${other}`).toBe(true);
      expect(firstDay(events.get(other)!.date) <= lastDay(date), `${id}: ${other}`).toBe(true);
    }
});

test('every rule has the event that brought it', () => {
  const brought = new Set([...events.values()].flatMap((event) => event.rules));
  expect([...rules.keys()].filter((id) => !brought.has(id))).toEqual([]);
});

test('the chips that the rules turn on carry what the rules measure', () => {
  const needed = [
    'nvidia-a100', 'nvidia-a800', 'nvidia-h100', 'nvidia-h800', 'nvidia-h20', 'nvidia-h200', 'nvidia-l40s',
    'nvidia-l20', 'nvidia-rtx-4090', 'nvidia-rtx-4090d', 'nvidia-b200', 'nvidia-b300', 'amd-mi300x', 'amd-mi325x',
  ]; // prettier-ignore
  for (const id of needed) {
    const { properties } = chips.get(id)!;
    const rates = Object.values(properties)
      .flat()
      .filter(({ sparsity, disputed }) => sparsity === 'dense' && !disputed);
    expect(rates, id).not.toHaveLength(0);
    for (const name of ['applicable-die-area', 'aggregate-io-bandwidth', 'designed-for-data-centres'])
      expect(newest(properties[name]), `${id}.${name}`).toBeDefined();
    expect(newest(properties['aggregate-io-bandwidth'])!.direction, id).toBe('both');
  }
});

test.each([
  ['nvidia-a100', 4992, 6.04],
  ['nvidia-h800', 15832, 19.45],
  ['nvidia-h20', 2368, 2.91],
  ['nvidia-l20', 1912, 3.14],
  ['nvidia-rtx-4090', 5285, 8.68],
  ['nvidia-rtx-4090d', 4707, 7.73],
  ['amd-mi210', 2896, 3.67],
])('%s has a total processing performance of %d and a density of %d', (id, performance, density) => {
  const { properties } = chips.get(id)!;
  expect(inSi(newest(properties['tpp'])!)).toBeCloseTo(performance, -0.5);
  expect(inSi(newest(properties['performance-density'])!) / 1e6).toBeCloseTo(density, 2);
});

test('an area that cannot be known leaves a bound, and the bound turns round in the density', () => {
  const bound = (id: string, name: string) => newest(chips.get(id)!.properties[name])?.bound;
  expect(bound('nvidia-b200', 'applicable-die-area')).toBe('at-most');
  expect(bound('nvidia-b300', 'applicable-die-area')).toBe('at-most');
  expect(bound('amd-mi300x', 'applicable-die-area')).toBe('at-least');
  expect(bound('amd-mi300x', 'performance-density')).toBe('at-most');
});

test('sale in the United States is claimed for no chip without a source, and denied only with a reason', () => {
  for (const [id, { properties }] of chips) {
    const sale = newest(properties['us-sale-2026']);
    if (sale?.value === true) expect(sale.sources, id).not.toHaveLength(0);
    if (sale?.value === false) expect(sale.reason, id).toBeDefined();
  }
});

test('what the charge of 2025 was is told apart from what was feared', () => {
  const { properties } = events.get('us-h20-letter-apr-2025')!;
  expect(inSi(newest(properties['charge-expected'])!)).toBe(5.5e9);
  expect(inSi(newest(properties['charge-booked'])!)).toBe(4.5e9);
});

describe('what holds and what happened', () => {
  const of = (id: string) => events.get(id)!;

  test.each([
    'cn-cac-summons', 'cn-samr-probe-open', 'cn-samr-finding', 'us-supermicro-indictment', 'us-gatekeeper',
    'us-h200-first-licences', 'us-cn-truce-nov-2025',
  ])('%s is an event of a day, and never in force', (id) => {
    expect(of(id).kind).toBe('event');
    expect(of(id).states).toEqual([]);
    expect(of(id).status).toBe('on-record');
  }); // prettier-ignore

  test.each(['BIS', 'MOFCOM', 'METI'])('what %s writes and what ends by its text says so in its own words', (actor) => {
    for (const [id, { kind, end_date, end_says }] of events)
      if (of(id).actor.startsWith(actor) && end_date !== undefined) {
        expect(kind, id).toBe('measure');
        expect(end_says, id).toMatch(new RegExp(end_date.slice(0, 4)));
      }
  });

  test.each([
    ['us-affiliates-suspended', '2026-11-09'],
    ['cn-announcement-70', '2026-11-10'],
    ['cn-gage-suspended', '2026-11-27'],
    ['us-annual-licences', '2026-12-31'],
  ])('%s ends on %s by its own text', (id, day) => {
    expect(of(id).end_date).toBe(day);
    const written = newest(of(id).properties['written-end']);
    if (written) expect([written.value, written.status === 'in-force']).toEqual([day, false]);
  });

  test('Huawei is listed with 68 affiliates in May 2019, and 46 more by an act of its own in August', () => {
    expect(of('us-huawei-entity-list').date).toBe('2019-05-16');
    expect(of('us-huawei-affiliates-aug-2019').date).toBe('2019-08-19');
    const added = ['us-huawei-entity-list', 'us-huawei-affiliates-aug-2019'].map(
      (id) => newest(of(id).properties['entities-added'])!.value,
    );
    expect(added).toEqual([68, 46]);
  });

  test('what SMIC itself may get is told apart: presumed refused at 10 nm and below, else case by case', () => {
    expect(of('us-smic-entity-list').what).toMatch(/For SMIC only .*10 nm.*case by\s+case/s);
  });
});

describe('figures that sources dispute or bound enter the record as such', () => {
  const statements = (key: string) => {
    const [id = '', name = ''] = key.split('.');
    return chips.get(id)!.properties[name]!;
  };

  test('the name Ascend 910B covers parts on both sides of 4,800', () => {
    const { value } = newest(statements('ascend-910b.stated-tpp'))!;
    expect(value).toEqual({ low: 4480, high: 6400 });
    expect(statements('ascend-910b.stated-tpp').find(({ disputed }) => disputed)?.value).toBe(5120);
  });

  test('the RTX Pro 6000D has a floor, and a use in dispute', () => {
    for (const name of ['tpp', 'bf16-dense', 'int8-dense'])
      expect(newest(statements(`nvidia-rtx-pro-6000d.${name}`))!.bound, name).toBe('at-least');
    const uses = statements('nvidia-rtx-pro-6000d.designed-for-data-centres');
    expect(uses.map(({ value }) => value).sort()).toEqual([false, true]);
    expect(uses.some(({ disputed }) => disputed)).toBe(true);
    expect(ruledChipOf(readCatalogue(), 'nvidia-rtx-pro-6000d').datacentre).toBeNull();
    expect(newest(statements('nvidia-rtx-pro-6000d.aggregate-io-bandwidth'))!.status).toBe('assumed');
  });

  test('the Gaudi 3 as shipped stands beside the one announced', () => {
    expect(statements('intel-gaudi3.tpp').map(({ value }) => value)).toEqual([29360, 26848]);
    expect(newest(statements('intel-gaudi3.tpp'))!.value).toBe(26848);
    expect(newest(statements('intel-gaudi2.tpp'))!.value).toBe(6920);
  });

  test('the MI250X reaches both lines of October 2022', () => {
    expect(inSi(newest(statements('amd-mi250x.aggregate-io-bandwidth'))!)).toBeGreaterThanOrEqual(600e9);
    expect(inSi(newest(statements('amd-mi250x.tpp'))!)).toBeGreaterThanOrEqual(4800);
  });

  test('no area is shipped that its source calls an estimate', () => {
    for (const key of ['amd-mi325x.die-area-total', 'amd-mi210.applicable-die-area', 'amd-mi250x.applicable-die-area'])
      expect(newest(statements(key))!.status, key).toBe('estimated');
    expect(newest(statements('amd-mi325x.die-area-total'))!.sources).not.toContain('epoch-ml-hardware');
  });
});
