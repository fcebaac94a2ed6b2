import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureKeys, figureOf, inSi } from '../../src/data/figure.ts';
import { readCatalogue } from '../../src/data/read.ts';
import { readMeasurements, readModels, readRuns, sourcesIn } from '../../src/data/readRecords.ts';
import { lastDay } from '../../src/data/schema/date.ts';
import { evaluate, parseExpression } from '../../src/model/unit/expression.ts';

const catalogue = readCatalogue();
const shown = (key: string, asOf?: string) => figureOf(catalogue, key, { asOf }).shown;

test('the record holds every machine, chip and link the hall is about', () => {
  for (const id of [
    'ascend-910c', 'ascend-950pr', 'ascend-950dt', 'ascend-960dt', 'ascend-960pr', 'ascend-970', 'ascend-980',
    'nvidia-h100', 'nvidia-h200', 'nvidia-b200', 'nvidia-gb200-gpu', 'nvidia-gb300-gpu', 'nvidia-rubin',
  ]) expect(catalogue.chips.has(id), id).toBe(true); // prettier-ignore
  for (const id of [
    'atlas-900-a3-superpod', 'atlas-950-superpod-1024', 'atlas-950-superpod-8192', 'atlas-960-superpod-15488',
    'atlas-960e-superpod-4096', 'atlas-950-supercluster', 'atlas-960-supercluster', 'atlas-960e-supercluster',
    'dgx-h100', 'hgx-h100', 'gb200-nvl72', 'gb300-nvl72',
  ]) expect(catalogue.systems.has(id), id).toBe(true); // prettier-ignore
  for (const id of ['unifiedbus', 'ub-mesh', 'nvlink-4', 'nvlink-5', 'nvlink-6'])
    expect(catalogue.interconnects.has(id), id).toBe(true);
});

test.each([
  ['ascend-950dt.interconnect-bandwidth', 2e12, 'both'],
  ['ascend-910c.interconnect-bandwidth', 784e9, 'both'],
  ['ascend-910c.interconnect-bandwidth-unidirectional', 392e9, 'one'],
  ['atlas-950-superpod-1024.interconnect-bandwidth-per-npu', 1.68e12, 'both'],
  ['nvidia-gb200-gpu.scale-up-bandwidth', 1.8e12, 'both'],
  ['nvlink-4.bandwidth-per-gpu', 900e9, 'both'],
])('%s is %d bytes a second, %s', (key, value, direction) => {
  const statement = shown(key)!;
  expect(inSi(statement)).toBeCloseTo(value, 0);
  expect(statement.direction).toBe(direction);
});

test.each([
  ['atlas-900-a3-superpod.npu-count', 384],
  ['atlas-900-a3-superpod.cabinets-compute', 12],
  ['atlas-900-a3-superpod.cabinets-communication', 4],
  ['atlas-900-a3-superpod.optical-modules', 6912],
  ['atlas-950-superpod-1024.cabinets-compute', 16],
  ['atlas-950-superpod-1024.cabinets-communication', 4],
  ['atlas-950-superpod-8192.cabinets-compute', 128],
  ['atlas-950-superpod-8192.cabinets-communication', 32],
  ['atlas-950-superpod-8192.floor-area', 1000],
  ['atlas-960-superpod-15488.cabinet-count', 220],
  ['atlas-960e-superpod-4096.npu-count', 4096],
  ['gb200-nvl72.gpu-count', 72],
  ['gb200-nvl72.rack-mass', 1360],
  ['ascend-950dt.memory-capacity', 144e9],
  ['ascend-950dt.memory-capacity-shipping', 96e9],
  ['nvidia-h100.die-area', 814e-6],
  ['atlas-950-supercluster.npu-count', 524_288],
])('%s is %d', (key, value) => {
  expect(inSi(shown(key)!)).toBeCloseTo(value, 9);
});

test('a date shows what was promised by then', () => {
  expect(shown('ascend-970.fp8-pflops', '2025-12-31')?.value).toBe(4);
  expect(shown('ascend-970.fp8-pflops')?.value).toBe(3.6);
  expect(shown('ascend-970.release-planned', '2026-01-01')?.value).toBe('2028-Q4');
  expect(shown('ascend-970.release-planned')?.value).toBe('2028');
  expect(shown('ascend-960.release-planned-2025', '2026-01-01')?.status).toBe('announced');
  expect(shown('ascend-960.release-planned-2025')?.status).toBe('superseded');
  expect(shown('atlas-960-superpod-15488.npu-count', '2026-09-16')?.status).toBe('announced');
  expect(shown('atlas-960-superpod-15488.npu-count')?.status).toBe('superseded');
  expect(shown('atlas-960e-superpod-4096.npu-count', '2026-09-16')).toBeNull();
  expect(shown('ascend-950pr.release-actual', '2026-03-19')).toBeNull();
  expect(shown('ascend-950pr.release-actual', '2026-03-20')?.status).toBe('shipping');
  expect(shown('atlas-950-superpod-1024.npu-count', '2026-07-31')?.status).toBe('announced');
  expect(shown('atlas-950-superpod-1024.npu-count', '2026-08-31')?.status).toBe('listed');
  expect(shown('atlas-900-a3-superpod.deployed', '2026-07-31')?.value).toBe(750);
  expect(shown('atlas-900-a3-superpod.deployed')?.value).toBe(1000);
  expect(shown('atlas-950-superpod-8192.npu-count', '2025-09-17')).toBeNull();
});

test('on any day a figure is the newest undisputed statement of that day or before', () => {
  const keys = figureKeys(catalogue);
  const day = fc.date({ min: new Date('2021-01-01'), max: new Date('2027-06-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...keys), day, (key, date) => {
      const asOf = date.toISOString().slice(0, 10);
      const { shown: one, earlier, later, knownFrom } = figureOf(catalogue, key, { asOf });
      expect(one === null).toBe(asOf < knownFrom);
      for (const { stated_on } of earlier) expect(lastDay(stated_on) < lastDay(one!.stated_on)).toBe(true);
      for (const { stated_on } of later) expect(lastDay(stated_on) > asOf).toBe(true);
      expect([one, ...earlier, ...later].some((statement) => statement?.disputed)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('one machine under two names is one record', () => {
  expect(catalogue.systems.get('atlas-900-a3-superpod')?.also).toContain('CloudMatrix 384');
  expect(catalogue.systems.has('cloudmatrix-384')).toBe(false);
  expect(inSi(shown('atlas-900-a3-superpod.ub-bandwidth-per-npu')!)).toBe(392e9);
});

test('competing values are kept and never shown as the value', () => {
  const power = figureOf(catalogue, 'gb200-nvl72.power');
  expect(power.shown?.value).toEqual({ low: 120, high: 132 });
  expect(power.disputed.map(({ value }) => value)).toEqual([145]);
  expect(power.conflicts).not.toHaveLength(0);
});

const derived = figureKeys(catalogue).flatMap((key) => {
  const { shown: one, earlier, disputed } = figureOf(catalogue, key);
  return [one!, ...earlier, ...disputed]
    .filter(({ status, unit }) => status === 'derived' && unit !== undefined)
    .map((statement) => ({ key, statement }));
});

test.each(derived)('the derivation of $key gives its value', ({ statement }) => {
  const computed = evaluate(parseExpression(statement.derivation!), (key) => {
    // The inputs as they stood when the figure was derived, or as they were first known.
    const input = figureOf(catalogue, key, { asOf: statement.stated_on });
    return inSi(input.shown ?? figureOf(catalogue, key, { asOf: input.knownFrom }).shown!);
  });
  expect(computed / inSi(statement)).toBeCloseTo(1, 2);
});

test('every drawing finds its figures in the record', () => {
  const folder = new URL('../../content/layouts/', import.meta.url);
  const keys = new Set(figureKeys(catalogue));
  const missing = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const own = file.replace(/\.yaml$/, '');
    const named = [...text.matchAll(/\bof: ([a-z0-9.-]+)|\bfigures: \[([^\]]*)\]/g)].flatMap(([, of, list]) =>
      of === undefined ? (list ?? '').split(',') : [of],
    );
    return named
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => (name.includes('.') ? name : `${own}.${name}`))
      .filter((key) => !keys.has(key))
      .map((key) => `${file}: ${key}`);
  });
  expect(missing).toEqual([]);
});

test('notes speak of the world, never of how the record was compiled', () => {
  const words = /fact base|fact file|layout-|recorded here|this file|see conflict|compilation/i;
  const { chips, systems, interconnects, rules, events } = catalogue;
  for (const [id, record] of [...chips, ...systems, ...interconnects, ...rules, ...events])
    for (const [name, statements] of Object.entries(record.properties))
      for (const { note = '' } of statements) expect(note, `${id}.${name}`).not.toMatch(words);
  for (const [id, { what, status_note = '' }] of events)
    expect(`${what} ${status_note}`, id).not.toMatch(words);
});

test('every source on record is used, and every property described', () => {
  const used = new Set(
    figureKeys(catalogue)
      .flatMap((key) => figureOf(catalogue, key).sources.map(({ id }) => id))
      .concat(
        [catalogue.terms, catalogue.rules, catalogue.events].flatMap((held) =>
          [...held.values()].flatMap(({ sources }) => sources),
        ),
      )
      .concat(
        [readModels(), readRuns(), readMeasurements()].flatMap((records) => sourcesIn([...records.values()])),
      ),
  );
  expect([...catalogue.sources.keys()].filter((id) => !used.has(id))).toEqual([]);
  const named = new Set(figureKeys(catalogue).map((key) => key.slice(key.indexOf('.') + 1)));
  expect([...catalogue.properties.keys()].filter((name) => !named.has(name))).toEqual([]);
});
