import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  printParameters,
  queryText,
  readParameters,
  withDefaults,
  type Parameter,
  type ParameterDeclarations,
  type ParameterValue,
} from '../../../src/widget/parameter.ts';

const declarations = {
  level: { kind: 'choice', values: ['hall', 'row', 'cabinet'], default: 'hall' },
  xray: { kind: 'flag', default: false },
  cabling: { kind: 'flag', default: true },
  chips: { kind: 'integer', min: -5, max: 72, default: 8 },
  asof: { kind: 'date', default: 'latest' },
  part: {
    kind: 'text',
    valid: (text: string) => !text.includes('!'),
    allowed: 'anything without !',
    default: '',
  },
} as const satisfies ParameterDeclarations;

const read = (query: string, prefix = '') => readParameters(declarations, new URLSearchParams(query), prefix);

const day = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any declaration, with a value it accepts. */
const declared: fc.Arbitrary<[Parameter, ParameterValue]> = fc.oneof(
  fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }).chain((values) =>
    fc.tuple(
      fc.constantFrom(...values).map((first): Parameter => ({ kind: 'choice', values, default: first })),
      fc.constantFrom(...values),
    ),
  ),
  fc.tuple(
    fc.boolean().map((start): Parameter => ({ kind: 'flag', default: start })),
    fc.boolean(),
  ),
  fc
    .tuple(fc.maxSafeInteger(), fc.nat(1000), fc.nat(1000))
    .map(([value, below, above]): [Parameter, number] => {
      const number = Math.trunc(value / 1e3) || 0; // never −0
      return [{ kind: 'integer', min: number - below, max: number + above, default: number - below }, number];
    }),
  fc.tuple(day, day).map(([start, value]): [Parameter, string] => [{ kind: 'date', default: start }, value]),
  fc
    .tuple(fc.string(), fc.string())
    .map(([start, value]): [Parameter, string] => [
      { kind: 'text', valid: () => true, allowed: 'anything', default: start },
      value,
    ]),
);

describe('state and query', () => {
  test('any valid state survives printing, the address as text, and reading', () => {
    const state = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), declared);
    const prefix = fc.constantFrom('', 'supernode-hall.', 'two.');
    fc.assert(
      fc.property(state, prefix, (pairs, before) => {
        const kinds = Object.fromEntries(
          Object.entries(pairs).map(([name, [parameter]]) => [name, parameter]),
        );
        const values = Object.fromEntries(Object.entries(pairs).map(([name, [, value]]) => [name, value]));
        const text = queryText(printParameters(kinds, values, before));
        expect(readParameters(kinds, new URLSearchParams(text), before)).toEqual({ values, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('any text at all is read without an exception, and every state read is valid', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (level, chips, asof, part) => {
        const query = new URLSearchParams({ level, chips, asof, part });
        const { values, problems } = readParameters(declarations, query);
        const again = readParameters(declarations, printParameters(declarations, values));
        expect(again).toEqual({ values, problems: [] });
        for (const problem of problems) expect(problem.value).toBe(query.get(problem.parameter));
      }),
    );
  });

  test('an empty query is the default state, and prints as nothing', () => {
    const { values, problems } = read('');
    expect(problems).toEqual([]);
    expect(values).toEqual({ level: 'hall', xray: false, cabling: true, chips: 8, asof: 'latest', part: '' });
    expect(queryText(printParameters(declarations, values))).toBe('');
  });

  test('only what differs is printed, in the order of the declaration, readable', () => {
    const { values } = read('part=cabinet-3/board-1&cabling=off&level=row&chips=8');
    expect(queryText(printParameters(declarations, values, 'hall.'))).toBe(
      'hall.level=row&hall.cabling=off&hall.part=cabinet-3/board-1',
    );
  });

  test('keys without the prefix belong to something else', () => {
    expect(read('level=row&other.level=row', 'hall.').values.level).toBe('hall');
    expect(read('hall.level=row', 'hall.').values.level).toBe('row');
  });

  test('a bare attribute switches a flag on', () => {
    expect(read('xray').values.xray).toBe(true);
  });
});

describe('what cannot be used', () => {
  test.each([
    ['level=basement', { parameter: 'level', value: 'basement', allowed: 'hall, row, cabinet' }],
    ['xray=maybe', { parameter: 'xray', value: 'maybe', allowed: 'on, off' }],
    ['chips=73', { parameter: 'chips', value: '73', allowed: '-5 … 72' }],
    ['chips=-6', { parameter: 'chips', value: '-6', allowed: '-5 … 72' }],
    ['chips=7.5', { parameter: 'chips', value: '7.5', allowed: '-5 … 72' }],
    ['chips=', { parameter: 'chips', value: '', allowed: '-5 … 72' }],
    ['asof=tomorrow', { parameter: 'asof', value: 'tomorrow', allowed: 'YYYY-MM-DD, latest' }],
    ['asof=2026-02-30', { parameter: 'asof', value: '2026-02-30', allowed: 'YYYY-MM-DD, latest' }],
    ['part=a!', { parameter: 'part', value: 'a!', allowed: 'anything without !' }],
  ])('%s keeps the default and is reported', (query, problem) => {
    const { values, problems } = read(query);
    expect(problems).toEqual([problem]);
    expect(values).toEqual(read('').values);
  });

  test('the report names the key as the reader sees it in the address', () => {
    expect(read('hall.level=attic', 'hall.').problems[0]?.parameter).toBe('hall.level');
  });

  test('one bad parameter does not spoil the others', () => {
    const { values, problems } = read('level=attic&chips=-5&asof=2026-09-30');
    expect(problems).toHaveLength(1);
    expect(values).toMatchObject({ level: 'hall', chips: -5, asof: '2026-09-30' });
  });
});

test('a figure that starts elsewhere prints the way back to the usual default', () => {
  const figure = withDefaults(declarations, { level: 'cabinet' });
  const start = readParameters(figure, new URLSearchParams()).values;
  expect(start.level).toBe('cabinet');
  expect(printParameters(figure, start).toString()).toBe('');
  expect(printParameters(figure, { ...start, level: 'hall' }).toString()).toBe('level=hall');
});
