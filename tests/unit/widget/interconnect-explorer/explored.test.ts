import { describe, expect, it } from 'vitest';
import { lossText, wayText } from '../../../../src/widget/interconnect-explorer/answer.ts';
import { checkedValues, onMachine } from '../../../../src/widget/interconnect-explorer/checked.ts';
import { question } from '../../../../src/widget/interconnect-explorer/question.ts';
import { data, explore, say, stateOf, valuesOf } from './recorded.ts';

describe('a cut cable', () => {
  it('is a detour: one hop before, two now, by each of the six other chips of the board', () => {
    const { ways, around } = explore();
    expect(ways.whole!.links).toHaveLength(1);
    expect(ways.paths.map(({ nodes }) => nodes)).toEqual([1, 2, 3, 4, 6, 7].map((by) => [0, by, 5]));
    expect([ways.count, around[0]!.count]).toEqual([6, 6]);
    expect(wayText(say, explore())).toMatch(/1 hop before, 2 hops now/);
    expect(lossText(say, explore())).toMatch(/1 of 151,552 links.*Cut off: nobody/);
  });

  it('asks a question whose answer is worked out', () => {
    expect(question.answer(data, valuesOf())).toBe(2);
    expect(question.answer(data, valuesOf('failed=link:0-8192'))).toBe(3);
    expect(question.answer(data, valuesOf('failed='))).toBeNull();
  });

  it('between cabinets leaves the length as it was, with fewer ways', () => {
    const whole = explore('to=5000&failed=');
    const cut = explore('to=5000&failed=link:15360-19456');
    expect(cut.ways.paths[0]!.links).toHaveLength(whole.ways.paths[0]!.links.length);
    expect(cut.ways.count).toBeLessThan(whole.ways.count);
  });
});

describe('what cannot be answered with a way', () => {
  it.each([
    ['failed=node:0', 'from', /chip 0 is out of service/],
    ['failed=board:0&from=100', 'to', /should receive is out of service/],
    ['system=hgx-h100&failed=switch:0,switch:1,switch:2,switch:3', 'apart', /cut off from each other/],
    ['failed=link:0-5&routing=dimension-order', 'fixed', /this order knows no other/],
  ])('%s says what is true', (query, none, text) => {
    const explored = explore(query);
    expect(explored.ways).toMatchObject({ none, paths: [] });
    expect(wayText(say, explored)).toMatch(text);
  });

  it('counts who is cut off', () => {
    const planes = Array.from({ length: 7 }, (_, plane) => `switch:${384 + plane}`).join(',');
    const { breakage } = explore(`system=atlas-900-a3-superpod&failed=${planes}`);
    expect(breakage.cutOff).toBe(8);
    expect(lossText(say, explore(`system=atlas-900-a3-superpod&failed=${planes}`))).toContain(
      'Cut off: 8 chips',
    );
  });

  it('needs no way from a chip to itself', () => {
    expect(wayText(say, explore('from=5&to=5'))).toMatch(/nothing has to travel/);
  });
});

describe('input that the machine does not have', () => {
  it.each([
    ['system=hgx-h100&to=9', 'to', '9', '0 … 7'],
    ['system=gb200-nvl72&failed=board:99', 'failed', 'board:99', /0 to 26/],
    ['failed=link:0-9', 'failed', 'link:0-9', /no link joins these nodes/],
    ['part=cabinet:160', 'part', 'cabinet:160', /0 to 159/],
    ['tiers=nvlink', 'tiers', 'nvlink', /all, or of x, y/],
  ])('%s is told with what is allowed', (query, parameter, value, allowed) => {
    const { problems } = checkedValues(data, valuesOf(query));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ parameter, value });
    expect(problems[0]!.allowed).toMatch(allowed);
  });

  it('is no problem where the address left it out', () => {
    expect(checkedValues(data, valuesOf('system=gb200-nvl72')).problems).toEqual([]);
    expect(stateOf('system=gb200-nvl72').failed).toBe('');
  });

  it('does not follow to another machine', () => {
    const next = onMachine(data, stateOf('from=8000&failed=cabinet:100'), 'hgx-h100');
    expect(checkedValues(data, next)).toEqual({ values: next, problems: [] });
    expect(next).toMatchObject({ from: '7', to: '5', failed: '' });
  });
});
