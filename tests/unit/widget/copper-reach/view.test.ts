import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { figureStrings } from '../../../../src/locale/figureStrings.ts';
import { costsOn } from '../../../../src/widget/copper-reach/costs.ts';
import { laneKeys, soldKeys } from '../../../../src/widget/copper-reach/keys.ts';
import { parameters, rates } from '../../../../src/widget/copper-reach/params.ts';
import { reachProps } from '../../../../src/widget/copper-reach/props.ts';
import { question } from '../../../../src/widget/copper-reach/question.ts';
import { reckon, reckonRates } from '../../../../src/widget/copper-reach/reckon.ts';
import { selectReach } from '../../../../src/widget/copper-reach/select.ts';
import { reachView } from '../../../../src/widget/copper-reach/view.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

const data = selectReach(readCatalogue());
const say = phrases(figureStrings('copper-reach', 'en'), 'copper-reach');
const values = (query = '') => readParameters(parameters, new URLSearchParams(query)).values;
const view = (query = '') => reachView(say, data, values(query), false);
const number = (key: string) => data.figures[key]!.statements[0]!.value as number;

describe('the model against what is published', () => {
  test('a plain cable reaches what the standards ask for, up to 224 Gb/s', () => {
    for (const { rate, reach } of reckonRates(data, values())) {
      const { asked } = laneKeys[rate];
      if (asked && rate !== '448') expect(reach, rate).toBeGreaterThanOrEqual(number(asked));
    }
  });

  test.each(['26', '30'] as const)(
    'at 112 Gb/s in %s AWG it reaches farther than is sold, by less than twice',
    (gauge) => {
      const { reach } = reckon(data, values(`gauge=${gauge}`));
      expect(reach).toBeGreaterThan(number(soldKeys[gauge]));
      expect(reach).toBeLessThan(2 * number(soldKeys[gauge]));
    },
  );

  test('a board carries 112 Gb/s a metre, as the long-reach class of the OIF has it', () => {
    expect(reckon(data, values('medium=board')).reach).toBeCloseTo(1, 0);
  });

  test('with cable from the package on, 448 Gb/s reaches the metre that its study group wants', () => {
    expect(reckon(data, values('rate=448&board=0')).reach).toBeGreaterThan(1);
    expect(reckon(data, values('rate=448')).reach).toBe(0);
  });

  test('light made in the package loses about what NVIDIA prints for it', () => {
    const { lane, margin } = reckon(data, values('rate=224&medium=co'));
    expect(lane.budget - margin).toBeGreaterThan(3);
    expect(lane.budget - margin).toBeLessThan(6);
  });
});

test('from 25 to 224 Gb/s reach about halves for each doubling', () => {
  const reach = Object.fromEntries(reckonRates(data, values()).map((one) => [one.rate, one.reach]));
  const each = (reach['25']! / reach['224']!) ** (1 / 3);
  expect(each).toBeGreaterThan(1.5);
  expect(each).toBeLessThan(2.5);
});

test('the answer is the reach of a plain cable, whatever joins the cabinets now', () => {
  expect(question.answer(data, values())).toBeCloseTo(4, 1);
  expect(question.answer(data, values('medium=plug&rate=224'))).toBeCloseTo(1.5, 1);
  expect(question.answer(data, values('rate=448'))).toBeNull();
});

describe('what takes over', () => {
  test('failures follow from the mean time between them, and only where it is told', () => {
    const costs = Object.fromEntries(costsOn(data, values()).map((one) => [one.id, one]));
    // 2,000 ends × 8,760 h / 500,000 … 1,000,000 h.
    expect(costs['plug']!.failures!.fewest).toBeCloseTo(17.52, 2);
    expect(costs['plug']!.failures!.most).toBeCloseTo(35.04, 2);
    expect(costs['active']!.failures).toBeNull();
    expect(
      costsOn(data, values('rate=448')).every(({ power, price, failures }) => !power && !price && !failures),
    ).toBe(true);
  });

  test('the list says what is open and closed at the length, and what nobody has published', () => {
    const { parts } = view('rate=224&length=300');
    expect(parts).toMatch(/plain copper<\/button><span class="reach-state">, closed/);
    expect(parts).toMatch(
      /active copper<\/button><span class="reach-state">, open<\/span>: power, price and failures not published/,
    );
    expect(parts).toMatch(
      /pluggable optics<\/button><span class="reach-state">, open<\/span>: 25\sW; price and failures not published/,
    );
  });
});

test('the words of a state are of one state', () => {
  const open = view('length=200');
  const closed = view('length=500');
  expect(open.title).toMatch(/open$/);
  expect(closed.title).toMatch(/closed$/);
  expect(open.summary).toMatch(/and is open/);
  expect(closed.summary).toMatch(/and is closed/);
  expect(closed.drawings[0]).toContain('too much');
  expect(open.drawings[0]).toContain('to spare');
});

test('on an early day only the rates told by then are drawn, and the costs not told say so', () => {
  const early = view('asof=2019-01-01');
  expect(early.drawings[0]).toContain('112 Gb/s');
  expect(early.drawings[0]).not.toContain('224');
  expect(early.parts).toContain('not told by then');
  expect(reachProps(say, data, values('asof=2019-01-01')).shares).toEqual([]);
  expect(view('rate=448&asof=2019-01-01').note).toMatch(/448.*not been announced/);
});

test('no state has a number that is none', () => {
  for (const rate of rates)
    for (const medium of parameters.medium.values)
      for (const more of ['length=10', 'length=900&gauge=32&board=30', 'board=0&gauge=28']) {
        const { drawings, parts, table, summary, title } = view(`rate=${rate}&medium=${medium}&${more}`);
        expect(`${drawings.join('')}${parts}${table}${summary}${title}`).not.toMatch(
          /NaN|Infinity|undefined/,
        );
      }
});
