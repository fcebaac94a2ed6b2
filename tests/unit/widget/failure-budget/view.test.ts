import { describe, expect, it, test } from 'vitest';
import { figureOf, inSi } from '../../../../src/data/figure.ts';
import { readCatalogue } from '../../../../src/data/read.ts';
import { wholeRecord } from '../../../../src/data/wholeRecord.ts';
import { figureStrings } from '../../../../src/locale/figureStrings.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';
import { publishedChecks } from '../../../../src/model/failure/published.ts';
import { readerOn } from '../../../../src/widget/failure-budget/known.ts';
import { parameters, systemIds } from '../../../../src/widget/failure-budget/params.ts';
import { drawnQuarter, drawnWeeks, weekHours } from '../../../../src/widget/failure-budget/quarter.ts';
import { question } from '../../../../src/widget/failure-budget/question.ts';
import { reckon, simulated } from '../../../../src/widget/failure-budget/reckon.ts';
import { twin } from '../../../../src/widget/failure-budget/twin.ts';
import { failureView } from '../../../../src/widget/failure-budget/view.ts';

const catalogue = readCatalogue();
const data = twin.cut(wholeRecord(catalogue));
const say = phrases(figureStrings('failure-budget', 'en'), 'failure-budget');
const values = (query = '') => {
  const { values: read, problems } = readParameters(parameters, new URLSearchParams(query));
  expect(problems).toEqual([]);
  return read;
};
const state = (query = '') => reckon(data, values(query));
const view = (query = '') => failureView(say, data, values(query), false);

describe('parts', () => {
  it('are those that the wiring of the machine counts', () => {
    const counts = (query: string) =>
      Object.fromEntries(state(query).parts.map(({ id, count }) => [id, count]));
    expect(counts('system=atlas-900-a3-superpod')).toEqual({
      module: 5376,
      switch: 448,
      board: 48,
      chip: 384,
    });
    expect(counts('system=gb200-nvl72')).toEqual({ cable: 1296, switch: 18, board: 18, chip: 72 });
    expect(counts('system=atlas-950-superpod-8192')).toMatchObject({
      module: 65_536,
      chip: 8192,
      board: 1024,
    });
  });

  it('have the rates of the record, both ends of a range', () => {
    const fit = (query: string) =>
      Object.fromEntries(
        state(query).parts.map(({ id, rate }) => [id, rate === null ? null : Math.round(rate * 1e9)]),
      );
    // 268 and 53 stops of the Llama 3 run in 54 days, 0.051 % a month, once in a million hours.
    const low = { module: 1000, switch: 699, board: 19_968, chip: 12_621 };
    expect(fit('system=atlas-900-a3-superpod')).toEqual(low);
    expect(fit('system=atlas-900-a3-superpod&rates=high')).toEqual({ ...low, module: 2000, switch: 9225 });
    expect(fit('system=atlas-900-a3-superpod&optics=co-packaged')).toMatchObject({ module: 385 });
    expect(fit('system=gb200-nvl72')).toMatchObject({ cable: null });
    expect(fit('system=gb200-nvl72&fit=cable:20,chip:0')).toMatchObject({ cable: 20, chip: 0 });
  });

  it('are unknown before anybody published a rate, and said to be', () => {
    const { exact, unknown } = state('asof=2020-01-01');
    expect(exact.firstFailureHours).toBeNull();
    expect(unknown).toHaveLength(4);
    const told = view('asof=2020-01-01');
    expect(told.summary).toContain('No rate of any part');
    expect(told.title).toContain('no failure rate is known');
    // Nor is a machine drawn as if it ran.
    expect(told.drawings[0]).not.toMatch(/class="fail-bar"[^>]* d="M[^"]*h[3-9]\d\d/);
    expect(told.table).not.toMatch(/NaN|Infinity/);
    expect(told.drawings.join('')).not.toMatch(/NaN|Infinity/);
  });
});

test('the times of the figure are those of the UB-Mesh paper', () => {
  const minutes = (key: string) => inSi(figureOf(catalogue, key).shown!) / 60;
  expect(parameters.repair.default).toBe(minutes('ub-mesh.mttr'));
  expect(parameters.switchover.default).toBe(minutes('ub-mesh.mttr-fast'));
});

test('a part that lasts a century fails every few hours in the largest machines', () => {
  const { parts, exact } = state();
  expect(1 / parts[0]!.rate! / 8760).toBeGreaterThan(100);
  expect(exact.firstFailureHours).toBeCloseTo(5.07, 2);
  expect(question.answer(data, values())).toBe(exact.firstFailureHours);
  expect(question.counts(9, exact.firstFailureHours!)).toBe(true);
  expect(question.counts(24, exact.firstFailureHours!)).toBe(false);
});

test('spares and retry close most gaps', () => {
  const runs = (query: string) => state(query).exact.availability;
  expect(runs('')).toBeCloseTo(0.802, 3);
  expect(runs('spares=1')).toBeCloseTo(0.876, 3);
  expect(runs('spares=1&retry=1')).toBeCloseTo(0.942, 3);
});

test.each(
  systemIds.flatMap((id) => ['', '&spares=1&retry=2&rates=high'].map((more) => `system=${id}${more}`)),
)('chance meets the exact answer within its error: %s', (query) => {
  const { value, error } = simulated(state(query), values(query))!.availability;
  expect(Math.abs(value - state(query).exact.availability)).toBeLessThanOrEqual(error);
});

describe('the quarter that is drawn', () => {
  it('is as empty as the exact answer, over many quarters', () => {
    const all = Array.from({ length: 40 }, (_, seed) => drawnQuarter(state(), seed + 1));
    const stood = all.flatMap(({ failures }) => failures).reduce((sum, { standing }) => sum + standing, 0);
    expect(1 - stood / (40 * drawnWeeks * weekHours)).toBeCloseTo(state().exact.availability, 1);
  });

  it('ends early and says so where there are too many failures to draw', () => {
    const { failures, until } = drawnQuarter(state('fit=module:10000000&retry=16&exchange=1&repair=1'), 1);
    expect(failures.length).toBeLessThanOrEqual(4000);
    expect(until).toBeLessThan(drawnWeeks * weekHours);
  });
});

describe('published figures', () => {
  const checksOn = (asof: string) =>
    publishedChecks(readerOn(data, asof), data.systems['ub-mesh-superpod'].parts);
  const check = (id: string) => checksOn('latest').find((one) => one.id === id)!;

  it.each([
    ['clos', 0.0015],
    ['ub-mesh', 0.001],
    ['ub-mesh-fast', 0.0001],
  ])('the availability of %s follows from its times', (id, tolerance) => {
    const { published, computed } = check(id);
    expect(Math.abs(computed[0] - published)).toBeLessThan(tolerance);
  });

  it.each(['ub-mesh-network', 'llama3'])('%s lies between both ends', (id) => {
    const { published, computed } = check(id);
    expect(Math.min(...computed)).toBeLessThan(published);
    expect(Math.max(...computed)).toBeGreaterThan(published);
  });

  it.each(['rsc-16384', 'rsc-131072'])('%s is the projection of its paper', (id) => {
    const { published, computed } = check(id);
    expect(computed[0] / published).toBeCloseTo(1, 1);
  });

  it('says of the one that does not agree by how much', () => {
    const { published, computed } = check('rsc-1024');
    expect(computed[0] / published).toBeGreaterThan(3);
    expect(say('reading.rsc-1024')).toContain('four times');
  });

  it('waits for the day on which the last figure was published', () => {
    expect(checksOn('2025-03-26').map(({ id }) => id)).not.toContain('ub-mesh-network');
    expect(checksOn('2020-01-01')).toEqual([]);
  });
});

test.each(['fit=module', 'fit=module:-1', 'fit=fuse:3', 'fit=module:1,module:2', 'fit=module:99999999'])(
  'refuses %s',
  (query) => {
    const { problems } = readParameters(parameters, new URLSearchParams(query));
    expect(problems[0]?.allowed).toContain('0 … 10000000 FIT');
  },
);

test('a reader who says that nothing fails is told so', () => {
  const told = view('fit=module:0,cable:0,switch:0,board:0,chip:0');
  expect(told.title).toContain('none ever fails');
  expect(told.summary).not.toContain('published');
});

test('every state writes numbers, never NaN or Infinity', () => {
  for (const id of systemIds)
    for (const more of [
      '',
      'spares=8&retry=16',
      'fit=module:0,cable:0,switch:0,board:0,chip:0',
      'repair=10080&exchange=8760&fit=module:10000000',
    ]) {
      const { summary, table, drawings, title } = view(`system=${id}&${more}`);
      expect([summary, table, title, ...drawings].join(' ')).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
    }
});
