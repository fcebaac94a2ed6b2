import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { strings } from '../../../../src/locale/translations.ts';
import type { CliffData } from '../../../../src/widget/bandwidth-cliff/cliffData.ts';
import {
  parameters,
  readGuess,
  systemIds,
  type CliffValues,
} from '../../../../src/widget/bandwidth-cliff/params.ts';
import { selectCliff } from '../../../../src/widget/bandwidth-cliff/select.ts';
import { cliffProps, cliffView } from '../../../../src/widget/bandwidth-cliff/view.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

const section = 'bandwidth-cliff';
const own = [...strings('en')].map(([key, text]): [string, string] => [
  key.startsWith('status.') ? `${section}.${key}` : key,
  text,
]);
const say = phrases(Object.fromEntries(own), section);
const state = (query: string) => readParameters(parameters, new URLSearchParams(query));
const values = (query = ''): CliffValues => state(query).values;

let data: CliffData;
beforeAll(() => {
  data = selectCliff(readCatalogue(), readTopologies());
});

describe('the figure of the bandwidth cliff', () => {
  it('says in its table what it draws', () => {
    const { lines } = cliffProps(say, data, values());
    const { table } = cliffView(say, data, values(), false);
    const [first] = table.split('</table>');
    const rows = first!.split('<tr data-row=').length - 1;
    expect(rows).toBe(
      lines.reduce((sum, line) => sum + line.steps.length + (line.beyond === null ? 0 : 1), 0),
    );
    for (const line of lines) expect(first).toContain(line.label.title);
  });

  it('falls nine times after eight H100s and eighteen times after a rack of 72', () => {
    const { parts } = cliffView(say, data, values(), false);
    expect(parts).toContain('of 1: 450; of all 8: 50, 9 times less.');
    expect(parts).toContain('of 1: 900; of all 72: 50, 18 times less.');
  });

  it('says of every number which group it leaves, and never that it reaches so many chips', () => {
    const view = cliffView(say, data, values(), false);
    // 15 ports of 56 GB/s leave a chip of the listed Atlas 950; seven of them end on its board.
    expect(view.parts).toContain('GB/s per chip that leave a group<');
    expect(view.parts).toContain('of 1: 840, of 8: 448, of 64: 224; of all 1,024: 100,');
    expect(view.parts).toContain('of 4,608: 16.7; of all 9,216: 12.5');
    expect(view.drawings[0]).toContain('GB/s per chip that leave the group, one way');
    const [table] = view.table.split('</table>');
    for (const text of [view.title, view.parts, table, view.summary, ...view.drawings])
      expect(text).not.toMatch(/GB\/s to [\d,]+ chips|reach/);
  });

  it('draws as firm only what ships', () => {
    const { lines } = cliffProps(say, data, values());
    const outlined = lines.filter(({ firm }) => !firm).map(({ id }) => id);
    expect(outlined).toEqual(['atlas-950-superpod-1024', 'atlas-950-superpod-8192']);
  });

  it('leaves out what had not been announced, and says so', () => {
    const view = cliffView(say, data, values('asof=2025-06-01'), false);
    expect(cliffProps(say, data, values('asof=2025-06-01')).lines.map(({ id }) => id)).toEqual([
      'hgx-h100',
      'gb200-nvl72',
      'atlas-900-a3-superpod',
    ]);
    expect(view.summary).toContain('Atlas 950, announced had not been announced by then.');
  });

  it('shows a source for every machine drawn', () => {
    for (const id of systemIds) {
      const { sources } = cliffView(say, data, values(`systems=${id}`), false);
      expect(sources.length).toBeGreaterThan(0);
      for (const { href } of sources) expect(href).toMatch(/^https?:/);
    }
  });

  it('keeps the guess beside the answer', () => {
    const { parts } = cliffView(say, data, values('guess=64,100'), false);
    expect(parts).toContain('falls after 64 chips to 100 GB/s');
    expect(parts).toContain('falls after 8 chips to 50 GB/s');
  });

  it('is set by every link of its article to one view, axis and list of machines', () => {
    const article = readFileSync('content/en/one-machine.mdx', 'utf8');
    const links = [...article.matchAll(/<Drive figure="bandwidth-cliff" set="([^"]*)"/g)];
    expect(links.length).toBeGreaterThan(3);
    for (const [, set = ''] of links) {
      expect(state(set).problems).toEqual([]);
      expect([...new URLSearchParams(set).keys()].sort()).toEqual(['scale', 'systems', 'view']);
    }
  });

  it('does not tell the answer in the words that are read out before the guess', () => {
    const { summary, controls, title, note, scale } = cliffView(say, data, values('view=guess'), false);
    expect(summary).not.toMatch(/\b8 chips|\b50 GB/);
    expect([title, note, scale].join(' ')).not.toMatch(/\b(8|72|50)\b/);
    expect(controls).not.toContain('data-system');
    expect(controls).toContain('data-scale');
  });

  it('refuses what it cannot draw and goes on with the default', () => {
    for (const query of [
      'systems=foo',
      'systems=hgx-h100,hgx-h100',
      'guess=0,5',
      'guess=x',
      'scale=cubic',
      'asof=1',
    ]) {
      const { problems, values: read } = state(query);
      expect(problems, query).toHaveLength(1);
      expect(read).toEqual(values());
    }
    expect(readGuess('64,100')).toEqual({ chips: 64, bandwidth: 100 });
    expect(readGuess('99999,100')).toBeNull();
  });
});
