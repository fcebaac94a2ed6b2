import { describe, expect, it } from 'vitest';
import { designFamilies } from '../../../../src/model/topology/designFamily.ts';
import { checkedValues } from '../../../../src/widget/topology-lab/checked.ts';
import { labOf } from '../../../../src/widget/topology-lab/lab.ts';
import { question } from '../../../../src/widget/topology-lab/question.ts';
import { labTables } from '../../../../src/widget/topology-lab/tables.ts';
import { cellText } from '../../../../src/widget/twinTable.ts';
import { labView } from '../../../../src/widget/topology-lab/view.ts';
import { asked, data, say, stateOf } from './recorded.ts';

const around = { exploring: false, still: false, newTab: false };
const view = (query: string) => labView(say, data, stateOf(query), around);
const table = (query: string) => {
  const values = stateOf(query);
  const [measures] = labTables(say, data, values, labOf(data, values));
  return new Map(measures!.rows.map(({ row, cells }) => [row, cells.slice(1).map(cellText)]));
};
const problems = (query: string) =>
  checkedValues(asked(query)).problems.map(
    ({ parameter, value, allowed }) => `${parameter} ${value}: ${allowed}`,
  );

describe.each(designFamilies)('%s', (family) => {
  it.each([8, 64, 1009, 4096, 16_384])(
    'of %i chips is told in full, without a number that is none',
    (chips) => {
      const told = view(`family=${family}&chips=${String(chips)}&beside=fullmesh`);
      for (const text of [
        told.title,
        told.note,
        told.status,
        told.asOf,
        told.summary,
        told.parts,
        told.table,
      ])
        expect(text).toMatch(/\S/);
      expect(JSON.stringify(told)).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
    },
  );
});

it('a full mesh of 64 has 2,016 cables, and that is the answer of its question', () => {
  expect(question.answer(data, stateOf('family=ring&chips=8'))).toBe(256 / 8);
  expect(question.answer(data, { ...stateOf('family=ring&chips=8'), ...question.state })).toBe(2016);
  expect(question.counts(2000, 2016)).toBe(true);
  expect(question.counts(64, 2016)).toBe(false);
  expect(view('').title).toBe('Full mesh of 64 chips: 2,016 cables');
});

it('the cables of all media are all the cables', () => {
  const read = (text: string) => Number(text.replaceAll(',', ''));
  for (const family of designFamilies) {
    const rows = table(`family=${family}&chips=4096`);
    const media = ['copper', 'active-copper', 'optical'].map((medium) => read(rows.get(medium)?.[0] ?? '0'));
    expect(
      media.reduce((a, b) => a + b, 0),
      family,
    ).toBe(read(rows.get('cables')![0]!));
  }
});

it('copper reaches less far on faster lanes, so more of the same network is light', () => {
  const light = (rate: number) => {
    const rows = table(`family=torus&chips=4096&rate=${String(rate)}`);
    return Number((rows.get('optical')?.[0] ?? '0').replaceAll(',', ''));
  };
  expect(light(25)).toBeLessThan(light(200));
});

describe('what it costs', () => {
  const prices = 'price-copper=100&price-active-copper=200&price-optical=1000&price-switch-port=50';

  it('is not said as long as a price that is needed is missing', () => {
    expect(table('family=clos&chips=1024').has('cost')).toBe(false);
    expect(table('family=clos&chips=1024&price-copper=100').has('cost')).toBe(false);
    expect(view('family=clos&chips=1024').controls).toContain('a port of a switch');
  });

  it('is that of cables and ports at the prices given', () => {
    expect(table(`family=fullmesh&${prices}`).get('cost')).toEqual(['201,600']);
    expect(table(`family=clos&${prices}`).get('cost')).toEqual(['179,200']);
  });

  it('needs no price of what is not used', () => {
    expect(table('family=fullmesh&price-copper=100').get('cost')).toEqual(['201,600']);
  });

  it('says what a second network gives for the money of the first', () => {
    expect(view(`family=fullmesh&beside=clos&${prices}`).parts).toMatch(/For the money of the first/);
    expect(view('family=fullmesh&beside=clos').parts).not.toMatch(/For the money/);
  });

  it('refuses a price of zero and less', () => {
    for (const price of ['0', '-1', '0.00', 'free', '1e9'])
      expect(asked(`price-copper=${price}`)['price-copper'], price).toBe('none');
  });
});

describe('what cannot be wired is told with what can, and something that can is drawn', () => {
  it.each([
    ['family=torus&shape=8x9', /^shape 8x9: .* whose product is 64$/],
    ['family=torus&shape=64', /^shape 64: 2 to 6 sizes from 2 whose product is 64$/],
    ['family=ring&shape=8x8', /^shape 8x8: one size/],
    ['family=dragonfly&shape=1x2x32', /^shape 1x2x32: at most 3 groups/],
    ['family=clos&chips=1009', /^chips 1009: counts of which a clos can be made, such as 10\d\d$/],
    ['family=ring&beside=dragonfly&chips=1009', /^chips 1009: counts of which a dragonfly can be made/],
    ['beside=torus&beside-shape=7x9', /^beside-shape 7x9: /],
    ['family=clos&lanes=4&planes=8', /^planes 8: 1 … 4/],
  ])('%s', (query, said) => {
    const [problem, ...others] = problems(query);
    expect(problem).toMatch(said);
    expect(others).toEqual([]);
    expect(view(query).summary).not.toMatch(/NaN|undefined/);
  });

  it('nothing is told of a state that can', () => {
    expect(problems('family=torus&shape=4x4x4')).toEqual([]);
    expect(problems('family=dragonfly&shape=2x4x8&beside=rails&beside-shape=8x8')).toEqual([]);
  });
});

it('says where chips or switches would have to be more than has been built', () => {
  expect(view('chips=128').parts).toMatch(/127 are needed/);
  expect(view('chips=64').parts).not.toMatch(/No chip/);
  expect(view('family=planes&chips=1024').parts).toMatch(/8,192 lanes, the widest 512/);
});
