import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys, figureOf, inSi } from '../../data/figure.ts';
import { lastDay } from '../../data/schema/date.ts';
import { statuses, type Status } from '../../data/schema/statement.ts';
import type { Rulebook } from '../../data/schema/exportControl.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import type { MapChip, MapData, MapStop } from './mapData.ts';
import { chipIds } from './params.ts';

/** Rules that change what stands on the plane or beside it. */
const stopRules = [
  'letters-2022-08',
  'ifr-2022-10',
  'early-2023-10',
  'ifr-2023-10',
  'hbm-2024-12',
  'letters-2025-04',
  'case-by-case-2026-01',
] as const;

/** The figures that place a chip: the area, the rates, and what stands in for them. */
const placing = /^(applicable-die-area|stated-tpp|aggregate-io-bandwidth|(bf16|fp16|fp8|fp4|int8)-dense)$/;

/** Firmest first; the record lists announcements before deliveries. */
const firmness: readonly Status[] = ['measured', 'shipping', 'listed', 'announced', 'derived', 'reported'];
const softness = (status: Status): number =>
  firmness.includes(status) ? firmness.indexOf(status) : firmness.length + statuses.indexOf(status);

/** Without what no verdict of this figure shows: other gates, duties, reach over foreign products. */
const trimmed = (rulebook: Rulebook): Rulebook => ({
  ...rulebook,
  gates: [],
  rules: rulebook.rules.map((rule) => ({ ...rule, duties: [], guidance: [], foreign_products: [] })),
});

/**
 * Cuts from the record what the widget needs.
 * @param rulebook the rules as the engine reads them
 * @param chipOf a chip of the record as the rules see it
 * @throws where a chip or a line is missing, naming it.
 */
export function selectMap(
  catalogue: Catalogue,
  rulebook: Rulebook,
  chipOf: (id: string) => RuledChip,
): MapData {
  const sources: Record<string, { label: string; href: string }> = {};
  const cite = (ids: readonly string[]) => {
    for (const id of ids) {
      const { publisher, title, url } = citedSource(catalogue, id);
      sources[id] = { label: `${publisher}: ${title}`, href: url };
    }
    return [...new Set(ids)];
  };
  const keys = figureKeys(catalogue);
  const line = (key: string, unit: number) => {
    const { shown } = figureOf(catalogue, key);
    if (!shown) throw new Error(`${key}: no line: allowed: a figure of content/rules`);
    cite(shown.sources);
    return inSi(shown) / unit;
  };
  const tpp = (key: string) => line(key, 1);
  const rate = (key: string) => line(key, 1e9);

  const chips = chipIds.map((id): MapChip => {
    const chip = chipOf(id);
    const shown = keys
      .filter((key) => key.startsWith(`${id}.`) && placing.test(key.slice(id.length + 1)))
      .flatMap((key) => figureOf(catalogue, key).shown ?? []);
    const status = shown.map((one) => one.status).sort((a, b) => softness(b) - softness(a))[0];
    return {
      chip,
      chinese: (rulebook.makers[chip.maker ?? ''] ?? null) === 'CN',
      status: status ?? null,
      known: shown.map(({ stated_on }) => lastDay(stated_on)).sort()[0] ?? '',
      sources: cite(shown.flatMap((one) => one.sources)),
    };
  });
  const stops = stopRules.map((rule): MapStop => {
    const record = catalogue.rules.get(rule);
    if (!record) throw new Error(`content/rules/${rule}.yaml: there is no such rule`);
    return { rule, from: record.effective_from, status: record.status, sources: cite(record.sources) };
  });
  const duty = 's232-bands-2026-01';
  cite(catalogue.rules.get(duty)?.sources ?? []);
  return {
    rulebook: trimmed(rulebook),
    chips,
    stops,
    first: '2022-01-01',
    last: rulebook.evidenceUntil,
    window: {
      rule: 'case-by-case-2026-01',
      tpp: tpp('case-by-case-2026-01.tpp-window'),
      dram: rate('case-by-case-2026-01.dram-window'),
    },
    bands: ['band-1', 'band-2'].map((band) => ({
      rule: duty,
      tpp: { low: tpp(`${duty}.${band}-tpp-low`), high: tpp(`${duty}.${band}-tpp-high`) },
      dram: { low: rate(`${duty}.${band}-dram-low`), high: rate(`${duty}.${band}-dram-high`) },
    })),
    duty: line(`${duty}.duty`, 0.01),
    io: { rule: 'ifr-2022-10', line: rate('ifr-2022-10.io-line') },
    sources,
  };
}
