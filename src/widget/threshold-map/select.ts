import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys, figureOf, inSi } from '../../data/figure.ts';
import { ruledChipOf } from '../../data/ruledChip.ts';
import { rulebookOf } from '../../data/rulebook.ts';
import { lastDay } from '../../data/schema/date.ts';
import type { WholeRecord } from '../../data/wholeRecord.ts';
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

/** Cuts from the whole record what the widget needs. */
export function cutMap({ catalogue, exportControl }: WholeRecord): MapData {
  return selectMap(catalogue, rulebookOf(catalogue, exportControl()), (id, asOf) =>
    ruledChipOf(catalogue, id, asOf),
  );
}

/**
 * Cuts from the record what the widget needs.
 * @param rulebook the rules as the engine reads them
 * @param chipOf a chip of the record as the rules could see it on a day
 * @throws where a chip or a line is missing, naming it.
 */
export function selectMap(
  catalogue: Catalogue,
  rulebook: Rulebook,
  chipOf: (id: string, asOf: string) => RuledChip,
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

  /** A chip as it was known on a day. */
  const chipOn = (id: string, since: string): MapChip => {
    const chip = chipOf(id, since);
    const shown = keys
      .filter((key) => key.startsWith(`${id}.`) && placing.test(key.slice(id.length + 1)))
      .flatMap((key) => figureOf(catalogue, key, { asOf: since }).shown ?? []);
    const status = shown.map((one) => one.status).sort((a, b) => softness(b) - softness(a))[0];
    const first = keys
      .filter((key) => key.startsWith(`${id}.`) && placing.test(key.slice(id.length + 1)))
      .flatMap((key) => figureOf(catalogue, key).shown ?? []);
    return {
      chip,
      since,
      chinese: (rulebook.makers[chip.maker ?? ''] ?? null) === 'CN',
      status: status ?? null,
      known: first.map(({ stated_on }) => lastDay(stated_on)).sort()[0] ?? '',
      sources: cite(shown.flatMap((one) => one.sources)),
    };
  };
  const same = (a: MapChip, b: MapChip) =>
    JSON.stringify({ ...a, since: '' }) === JSON.stringify({ ...b, since: '' });
  const said = chipIds.map((id) => {
    const record = catalogue.chips.get(id);
    if (!record) throw new Error(`content/chips/${id}.yaml: there is no such chip`);
    const days = Object.values(record.properties).flatMap((all) =>
      all.map(({ stated_on }) => lastDay(stated_on)),
    );
    const all = [...new Set(days)].sort().map((day) => chipOn(id, day));
    return all.filter((one, i) => i === 0 || !same(one, all[i - 1]!));
  });
  const chips = said.map((all) => all.at(-1)!);
  const earlier = said.flatMap((all) => all.slice(0, -1));
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
    earlier,
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
