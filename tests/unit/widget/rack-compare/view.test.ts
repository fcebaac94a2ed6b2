import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCabinets } from '../../../../src/data/readCabinets.ts';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readLayouts } from '../../../../src/data/readLayouts.ts';
import { sheetPoster } from '../../../../src/figure/sheet/poster.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { phrases } from '../../../../src/widget/phrases.ts';
import { amountsOf, contents, pairOf, ratioOf } from '../../../../src/widget/rack-compare/pair.ts';
import { cabinetIds, steps, type RackValues } from '../../../../src/widget/rack-compare/params.ts';
import { quantities, type Amount } from '../../../../src/widget/rack-compare/rackData.ts';
import { amountOn } from '../../../../src/widget/rack-compare/amount.ts';
import { selectRacks } from '../../../../src/widget/rack-compare/select.ts';
import { rackSheet } from '../../../../src/widget/rack-compare/sheet.ts';
import { rackView } from '../../../../src/widget/rack-compare/view.ts';

const data = selectRacks(readCatalogue(), readLayouts(), readCabinets());
const say = phrases(
  Object.fromEntries([
    ...[...strings('en')].map(([key, text]) => [
      key.replace(/^(supernode-hall|status)\./, (from) => `rack-compare.${from === 'status.' ? from : ''}`),
      text,
    ]),
    ...[...strings('en')].filter(([key]) => key.startsWith('rack-compare.')),
  ]),
  'rack-compare',
);
const around = { exploring: false, still: false, newTab: false };
const anyValues = fc.record({
  left: fc.constantFrom(...cabinetIds),
  right: fc.constantFrom(...cabinetIds),
  explode: fc.constantFrom(...steps),
  asof: fc.constant('latest'),
});
const amount = (id: RackValues['left'], quantity: (typeof quantities)[number]): Amount =>
  amountOn(data, id, quantity, 'latest', 'untold');
const known = (low: number, high = low): Amount => ({
  low, high, text: '', status: 'derived', note: '', read: '', known: '', sources: [],
}); // prettier-ignore

describe('what is compared', () => {
  test('chips of a cabinet are those that its drawing holds', () => {
    for (const id of cabinetIds) {
      const [cabinet] = pairOf(data, { left: id, right: id, asof: 'latest' });
      const drawn = contents(cabinet)
        .filter(({ cls }) => cls.kind === 'processor')
        .reduce((sum, { count }) => sum + count, 0);
      expect(amount(id, 'chips'), id).toMatchObject({ low: drawn, high: drawn });
    }
  });

  test('an Atlas 900 compute cabinet is capped at four nodes of 16.2 kW', () => {
    expect(amount('atlas-900-a3-compute', 'power')).toMatchObject({
      low: 64_800,
      text: 'up to 64.8\u00a0kW',
    });
  });

  test('what is not published is said and never guessed', () => {
    expect(amount('atlas-950-compute', 'mass')).toHaveProperty('unknown');
    expect(amount('atlas-950-interconnect', 'power')).toHaveProperty('unknown');
  });

  test('chips per square metre are only as firm as the footprint', () => {
    expect(amount('atlas-900-a3-compute', 'density')).toMatchObject({
      status: 'derived',
      low: 32 / (0.6 * 1.15),
    });
    expect(amount('gb200-nvl72', 'density')).toMatchObject({ status: 'assumed' });
  });

  test('every value names its sources, and the page carries them', () => {
    for (const id of cabinetIds) {
      for (const quantity of quantities) {
        const one = amount(id, quantity);
        if ('unknown' in one) continue;
        expect(one.sources, `${id} ${quantity}`).not.toEqual([]);
        for (const source of one.sources) expect(data.sources[source]?.url).toMatch(/^https?:/);
      }
    }
  });
});

describe('the ratio', () => {
  test('is the larger over the smaller, a range where either is', () => {
    expect(ratioOf(known(100), known(120, 132))).toEqual({ low: 1.2, high: 1.32 });
    expect(ratioOf(known(120, 132), known(100))).toEqual({ low: 1.2, high: 1.32 });
  });

  test('is none against nothing or the unknown', () => {
    expect(ratioOf(known(0), known(64))).toBeNull();
    expect(ratioOf({ unknown: 'mass' }, known(64))).toBeNull();
    expect(ratioOf(known(0), known(0))).toEqual({ low: 1, high: 1 });
  });
});

describe('the drawing and its words', () => {
  test('sets two ratios large, and draws no line where one side is not published', () => {
    const told = (query: Partial<RackValues>) =>
      rackSheet(say, data, { left: 'atlas-950-compute', right: 'gb200-nvl72', explode: '0.5', asof: 'latest', ...query } as RackValues).sheet; // prettier-ignore
    expect(told({}).differences.map(({ row }) => row)).toEqual(['chips', 'power']);
    const svg = sheetPoster(told({}), { width: 1120, height: 630 }).svg;
    expect(svg.match(/class="ratio-large"/g)).toHaveLength(2);
    expect(svg).not.toContain('no ratio');
    expect(told({ left: 'atlas-950-interconnect' }).differences.map(({ row }) => row)).not.toContain('power');
  });

  test('every state is drawn and described, the table saying what the lines say', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { sheet } = rackSheet(say, data, values);
        const { svg } = sheetPoster(sheet, { width: 1120, height: 630 });
        expect(svg).not.toMatch(/NaN|undefined/);
        const { table, summary } = rackView(say, data, values, around);
        for (const quantity of quantities) {
          for (const one of amountsOf(say, data, values, quantity)) {
            const text = 'unknown' in one ? 'not published' : one.text;
            expect(table).toContain(text);
            expect(summary).toContain(text);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
