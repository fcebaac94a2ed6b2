import { expect, it } from 'vitest';
import { systemIds } from '../../../../src/widget/interconnect-explorer/params.ts';
import { explorerView } from '../../../../src/widget/interconnect-explorer/view.ts';
import { explorerSheet } from '../../../../src/widget/interconnect-explorer/sheet.ts';
import { data, say, stateOf } from './recorded.ts';

const around = { exploring: false, still: false, newTab: false, distances: { state: 'none' } } as const;
const view = (query: string) => explorerView(say, data, stateOf(query), around);

it.each(systemIds)(
  '%s is told in full: title, note, status, day, sources, no thousands of lines',
  (system) => {
    const told = view(`system=${system}&to=7`);
    for (const text of [told.title, told.note, told.status, told.asOf, told.summary])
      expect(text).toMatch(/\S/);
    expect(told.sources.length).toBeGreaterThan(0);
    expect(told.controls.match(/<button/g)!.length).toBeLessThan(50);
    expect(told.note).toMatch(/Assumed/);
    expect(told.summary).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
  },
);

it('says what has failed in the title, and what a picked part is beside it', () => {
  expect(view('').title).toMatch(/151,552 links, link 0–5 cut/);
  expect(view('failed=cabinet:3,node:0').title).toMatch(/cabinet 3 and 1 more out of service/);
  expect(view('part=link:0-8192').parts).toMatch(/56\sGB\/s each way, 150\sns, 1 m/);
  expect(view('part=board:0').parts).toMatch(/Holds 8 chips.*28 links inside, 88 out/);
  expect(view('failed=cabinet:0&part=node:3').parts).toContain('out of service with what holds it');
});

it('draws a machine of one cabinet unfolded whatever the view', () => {
  const sheet = (query: string) => explorerSheet(say, data, stateOf(query)).sheet;
  expect(sheet('system=hgx-h100&view=machine').solids.count).toBe(12);
  expect(sheet('system=ub-mesh-pod&view=machine').links!.beneath.count).toBe(16);
});
