import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../src/data/read.ts';
import { lastDay } from '../../../src/data/schema/date.ts';
import type { Statement } from '../../../src/data/schema/statement.ts';
import { wholeRecord } from '../../../src/data/wholeRecord.ts';
import { figureStrings } from '../../../src/locale/figureStrings.ts';
import { figure, twins } from '../../../src/terminal/figure.ts';
import { readParameters } from '../../../src/widget/parameter.ts';
import { widgets } from '../../../src/widget/registry.ts';
import type { Answer, FigureQuestion } from '../../../src/widget/question.ts';

interface Printed {
  readonly figure: string;
  readonly sees: string;
  readonly question: { readonly asks: string; readonly answer: unknown; readonly rule: string };
  readonly parameters: Readonly<Record<string, string>>;
  readonly tables: readonly {
    readonly caption: string;
    readonly columns: readonly { readonly key: string; readonly label: string }[];
    readonly rows: readonly Readonly<Record<string, string>>[];
  }[];
  readonly from: { readonly version: string; readonly commit: string };
}

const printed = (...args: string[]): Printed =>
  JSON.parse(figure.run([...args, '--json']) as string) as Printed;
const ids = Object.keys(twins);

describe('figure', () => {
  test('prints the table of every figure with what it must make one see, its question and its version', () => {
    expect([...ids].sort()).toEqual(Object.keys(widgets).sort());
    for (const id of ids) {
      const one = printed(id);
      expect(one.figure).toBe(id);
      expect(one.sees, id).toMatch(/^[A-Z].{40,220}\.$/);
      expect(one.question.asks, id).toMatch(/\?$/);
      expect(one.question.answer, id).not.toBeNull();
      expect(one.question.rule, id).not.toBe('');
      expect(one.from.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(one.parameters['asof']).toBe('latest');
      expect(one.tables.length).toBeGreaterThan(0);
      for (const { caption, columns, rows } of one.tables) {
        expect(caption).not.toBe('');
        for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ key }) => key));
      }
    }
  }, 120_000);

  test.each([
    [[], /^the figure is missing: allowed are powers-of-ten/],
    [['no-such'], /^"no-such" is no figure: allowed are/],
    [
      ['model-fit', '--state', 'mode=dreaming'],
      /^--state mode is "dreaming": allowed is inference, training$/,
    ],
    [['model-fit', '--state', 'moon=1'], /^--state has "moon": allowed are model, /],
    [['model-fit', '--asof', '2026-02-30'], /^--asof is "2026-02-30": allowed is YYYY-MM-DD, latest$/],
    [['model-fit', '--state', 'asof=2025-01-01', '--asof', '2025-01-01'], /^--asof is "2025-01-01" beside/],
    [['supernode-hall', '--state', 'part=no-such.1'], /^--state part is "no-such\.1": allowed is /],
    [['policy-timeline', '--state', 'event=no-such'], /^--state event is "no-such": allowed is /],
  ])('refuses %j in one line', (args, message) => {
    expect(() => figure.run(args)).toThrow(message);
    expect(() => figure.run(args)).toThrow(RangeError);
  });

  test('counts by the rule asked for, and says where the record has no figure by it', () => {
    const link = (state: string, part: RegExp) =>
      printed('package-explorer', '--state', `chip=nvidia-b200&compare=none${state}`).tables[0]!.rows.find(
        (row) => part.test(row['part']!),
      )!;
    expect(link('', /NVLink/)['value']).toBe('1,800\u00a0GB/s, both directions');
    expect(link('&directions=one', /NVLink/)['value']).toBe('900\u00a0GB/s, per direction');
    expect(link('&per=die', /Memory/)['value']).toBe('4\u00a0TB/s, for each compute die');
    expect(link('&directions=one', /Between/)['value']).toBe('not published');
    const cliff = (state: string) =>
      printed('bandwidth-cliff', '--state', `systems=hgx-h100${state}`).tables[0]!;
    expect(cliff('').rows.map((row) => row['bandwidth'])).toEqual(['450', '50']);
    expect(cliff('&directions=both').rows.map((row) => row['bandwidth'])).toEqual(['900', '100']);
    expect(cliff('&directions=both').caption).toContain('both ways');
  });

  test('an answer counts by the rule of its question', () => {
    const counts = (id: string, given: Answer, right: Answer) =>
      (twins[id]!.question as FigureQuestion).counts(given, right);
    expect(counts('model-fit', 16, 14)).toBe(true);
    expect(counts('model-fit', 20, 14)).toBe(false);
    expect(counts('bandwidth-cliff', { chips: 16, bandwidth: 100 }, { chips: 8, bandwidth: 50 })).toBe(true);
    expect(counts('bandwidth-cliff', { chips: 8, bandwidth: 400 }, { chips: 8, bandwidth: 50 })).toBe(false);
    expect(counts('supernode-hall', 4, 4)).toBe(true);
    expect(counts('supernode-hall', 5, 4)).toBe(false);
  });
});

describe('a day of knowledge', () => {
  const day = '2024-06-01';
  const statements = () => {
    const catalogue = readCatalogue();
    const all = [catalogue.chips, catalogue.systems].flatMap((records) => [...records.values()]);
    return { catalogue, all: all.flatMap(({ properties }) => Object.values(properties)) };
  };
  /** The record with every number that was restated after the day made another. */
  const tampered = () => {
    const { catalogue, all } = statements();
    for (const list of all) {
      const first = list.map((one) => lastDay(one.stated_on)).sort()[0]!;
      for (const one of list as Statement[])
        if (lastDay(one.stated_on) > day && lastDay(one.stated_on) > first && typeof one.value === 'number')
          (one as { value: number }).value *= 3;
    }
    return wholeRecord(catalogue);
  };
  const told = (record: ReturnType<typeof wholeRecord>, asof: string) =>
    Object.fromEntries(
      Object.entries(twins)
        // Where counts make a layout, three times as many do not fit it.
        .filter(([id]) => !['supernode-hall', 'rack-compare', 'powers-of-ten'].includes(id))
        .map(([id, twin]) => {
          const { values } = readParameters(twin.declaration.parameters, new URLSearchParams({ asof }));
          return [id, JSON.stringify(twin.tables(figureStrings(id, 'en'), twin.cut(record), values))];
        }),
    );
  let before: Record<string, string>;
  let after: Record<string, string>;
  beforeAll(() => {
    before = told(wholeRecord(readCatalogue()), day);
    after = told(tampered(), day);
  }, 120_000);

  test('no figure shows anything that was said later', () => {
    expect(after).toEqual(before);
    // What was restated is shown once it counts as known.
    expect(told(tampered(), 'latest')).not.toEqual(told(wholeRecord(readCatalogue()), 'latest'));
  }, 120_000);

  test('machines and events of a later day are not there', () => {
    const on = (id: string, asof: string) => JSON.stringify(printed(id, '--asof', asof).tables);
    expect(on('bandwidth-cliff', '2025-09-17')).not.toContain('"machine":"Atlas 950');
    expect(on('bandwidth-cliff', '2025-09-18')).toContain('Atlas 950, announced');
    expect(on('policy-timeline', '2023-10-16')).not.toContain('October 2023');
    expect(on('rack-compare', '2024-03-01')).toContain('nothing had been said of it by then');
    expect(on('powers-of-ten', '2025-09-17')).not.toContain('524,288');
    expect(on('powers-of-ten', '2026-09-30')).toContain('524,288');
    expect(printed('powers-of-ten', '--asof', '2025-09-17').question.answer).toBeNull();
    expect(printed('powers-of-ten', '--asof', '2025-09-18').question.answer).toBe(524_288);
  });

  test('a rule is read as it stood: none of a later day, and no end that nobody knew of', () => {
    const lines = (state: string) =>
      printed('threshold-map', '--state', state).tables.find(({ columns }) => columns[0]!.key === 'clause');
    expect(lines('date=2024-06-01&asof=2023-01-01')!.rows.map((row) => row['rule'])).not.toContain(
      lines('date=2024-06-01')!.rows[0]!['rule'],
    );
    const answer = (state: string) =>
      printed('licence-check', '--state', `chip=nvidia-a800&compare=none&date=2024-06-01${state}`).question
        .answer;
    expect(answer('')).toBe('required');
    expect(answer('&asof=2023-01-01')).toBe('not-required');
  });
});
