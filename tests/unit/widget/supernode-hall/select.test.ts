import { describe, expect, test } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readLayouts } from '../../../../src/data/readLayouts.ts';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { selectHall } from '../../../../src/widget/supernode-hall/select.ts';
import { standingMachine } from '../../../../src/widget/supernode-hall/machines.ts';
import { data } from './hall.ts';

describe('the slice of the record', () => {
  test('names a source for every statement, each of them carried', () => {
    for (const [key, { statements }] of Object.entries(data.figures)) {
      for (const { sources, status } of statements) {
        if (status !== 'assumed') expect(sources, key).not.toEqual([]);
        for (const id of sources) expect(data.sources[id]?.url, id).toMatch(/^https?:/);
      }
    }
  });

  test('carries every figure that a part names, and nothing that none names', () => {
    const named = Object.entries(data.systems).flatMap(([id, system]) => [
      ...system.figures,
      ...standingMachine(data, id, 72).machine.classes.flatMap(({ figures }) => figures),
      ...(system.layout.overhead?.figure ? [system.layout.overhead.figure] : []),
    ]);
    expect(new Set(Object.keys(data.figures))).toEqual(new Set(named));
    const cited = Object.values(data.figures).flatMap(({ statements }) =>
      statements.flatMap(({ sources }) => sources),
    );
    expect(new Set(Object.keys(data.sources))).toEqual(new Set(cited));
  });

  test('is small enough to stand in every page that shows the figure', () => {
    expect(brotliCompressSync(JSON.stringify(data)).length).toBeLessThan(14_000);
  });

  test('refuses a layout that names a figure the record does not have, naming file and key', () => {
    const layouts = new Map(readLayouts());
    const one = layouts.get('gb200-nvl72')!;
    const cabinets = one.cabinets.map((cabinet) => ({ ...cabinet, figures: ['sofa-count'] }));
    layouts.set('gb200-nvl72', { ...one, cabinets });
    expect(() => selectHall(readCatalogue(), layouts, readTopologies())).toThrow(
      'content/layouts/gb200-nvl72.yaml: figure "gb200-nvl72.sofa-count" is not in the record',
    );
    layouts.delete('gb200-nvl72');
    expect(() => selectHall(readCatalogue(), layouts, readTopologies())).toThrow(/gb200-nvl72: no layout/);
  });
});
