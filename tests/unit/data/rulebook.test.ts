import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../../../src/data/catalog.ts';
import { readCatalogue, readRaw } from '../../../src/data/read.ts';
import { readExportControl } from '../../../src/data/readExportControl.ts';
import { rulebookOf } from '../../../src/data/rulebook.ts';

const catalogue = readCatalogue();

/** The real rules with one of them changed. */
function withRule(id: string, change: (text: string) => string) {
  const raw = readRaw();
  const rules = raw.rules.map((rule) =>
    rule.id === id ? { ...rule, data: JSON.parse(change(JSON.stringify(rule.data))) as unknown } : rule,
  );
  return () => rulebookOf(buildCatalogue({ ...raw, rules }));
}

describe('rulebookOf', () => {
  test('is plain JSON, the oldest rule first, with every line in its unit', () => {
    const rulebook = rulebookOf(catalogue);
    expect(JSON.parse(JSON.stringify(rulebook))).toEqual(rulebook);
    const days = rulebook.rules.map(({ effective_from }) => effective_from);
    expect(days).toEqual([...days].sort());
    const lines = rulebook.rules.find(({ id }) => id === 'ifr-2023-10')!.lines;
    expect(lines['tpp-high']).toEqual({ value: 4800, unit: 'TPP' });
    expect(lines['density-high']).toEqual({ value: 5.92, unit: 'TPP/mm2' });
  });

  test('every chip a rule or a gate names is in the record', () => {
    const text = JSON.stringify([rulebookOf(catalogue).rules, readExportControl().gates]);
    const named = [...text.matchAll(/"((?:nvidia|amd|intel|ascend|cambricon)-[a-z0-9-]+)"/g)].map(([, id]) => id!);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !catalogue.chips.has(id))).toEqual([]);
  }); // prettier-ignore

  test('every source a clause cites is in the record', () => {
    const cited = [...JSON.stringify(rulebookOf(catalogue)).matchAll(/"sources":\[([^\]]*)\]/g)].flatMap(
      ([, list]) => JSON.parse(`[${list!}]`) as string[],
    );
    expect(cited.filter((id) => !catalogue.sources.has(id))).toEqual([]);
  });

  test('refuses a line that is not there, in a condition or in a sentence, and one in another unit', () => {
    expect(withRule('ifr-2023-10', (text) => text.replaceAll('"at_least":"tpp-high"', '"at_least":"tpp-huge"'))).toThrow('tpp-huge');
    expect(withRule('ifr-2023-10', (text) => text.replaceAll('{tpp-low}', '{tpp-lowest}'))).toThrow('tpp-lowest');
    expect(withRule('ifr-2023-10', (text) => text.replaceAll('"at_least":"tpp-high"', '"at_least":"density-high"'))).toThrow('in TPP');
  }); // prettier-ignore

  test('refuses a gate whose event is not there', () => {
    const setting = readExportControl();
    const gates = [{ event: 'cn-nothing', destinations: ['CN'] }];
    expect(() => rulebookOf(catalogue, { ...setting, gates })).toThrow('cn-nothing');
  });

  test('a condition that asks two things at once is refused with its key', () => {
    const doubled = withRule('ifr-2023-10', (text) =>
      text.replace('"at_least":"tpp-high"', '"at_least":"tpp-high","below":"tpp-low"'),
    );
    expect(doubled).toThrow('ifr-2023-10');
  });
});
