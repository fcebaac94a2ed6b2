import { assess } from '../../model/exportControl/assess.ts';
import { exactly, isExact, type Answer } from '../../model/exportControl/interval.ts';
import type { RuledChip } from '../../model/exportControl/ruledChip.ts';
import type { Region, Verdict } from '../../model/exportControl/verdict.ts';
import { regionsOn } from '../../model/exportControl/region.ts';
import type { MapChip, MapData, MapStop } from './mapData.ts';
import { fittedIds, ownPlace, type ChipId, type MapValues } from './params.ts';

/** The day drawn, `YYYY-MM-DD`. */
export const dayOf = (data: MapData, values: MapValues): string =>
  values.date === 'latest' ? data.last : values.date;

const milliseconds = 86_400_000;

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / milliseconds);

/** The day so many days later, `YYYY-MM-DD`. */
export const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * milliseconds).toISOString().slice(0, 10);

/** The days on which something changes, in order. */
export function turningDays({ first, last, stops, chips }: MapData): string[] {
  const released = chips.flatMap(({ chip }) => chip.released ?? []);
  return [...new Set([first, ...stops.map(({ from }) => from), ...released, last])]
    .filter((day) => day >= first && day <= last)
    .sort();
}

/** Where an arrow leads from a day: to the next on which something changes; null where the key is none, or none is left. */
export function dayTowards(data: MapData, day: string, key: string): string | null {
  const days = turningDays(data);
  if (key === 'ArrowRight' || key === 'ArrowUp') return days.find((one) => one > day) ?? null;
  const back = key === 'ArrowLeft' || key === 'ArrowDown';
  return (back && days.findLast((one) => one < day)) || null;
}

/** The last stop by a day; null before the first. */
export const stopOn = (data: MapData, day: string): MapStop | null =>
  data.stops.findLast(({ from }) => from <= day) ?? null;

/** The control list of a day as parts of the plane. */
export const regionsOf = (data: MapData, day: string): Region[] => regionsOn(data.rulebook, day);

/** The control list as it was before that of a day, with the day it came; null where there was none. */
export function regionsBefore(data: MapData, day: string): { from: string; regions: Region[] } | null {
  const sides = (regions: readonly Region[]) =>
    JSON.stringify(regions.map(({ tpp, performanceDensity }) => [tpp, performanceDensity]));
  const now = sides(regionsOf(data, day));
  const days = data.stops.map(({ from }) => from).filter((from) => from <= day);
  const last = days.findLast((from) => sides(regionsOf(data, from)) !== now);
  if (last === undefined) return null;
  const regions = regionsOf(data, last);
  const from = days.find((one) => sides(regionsOf(data, one)) === sides(regions))!;
  return regions.length > 0 ? { from, regions } : null;
}

/** A case of this figure: sent from the United States to China, for a buyer from there. */
const verdictOf = (data: MapData, date: string, chip: RuledChip): Verdict =>
  assess(data.rulebook, { chip, date, destination: 'CN', parent: 'CN', route: 'us' });

/** A chip as the rules of the day see it, sent from the United States to China. */
export interface Ruling extends MapChip {
  readonly verdict: Verdict;
  /** Not to be had yet on the day. */
  readonly later: boolean;
  /** Of a chip cut to stay outside: the line it stays under. */
  readonly gap: Gap | null;
}

const groups: Readonly<Record<MapValues['chips'], (one: MapChip) => boolean>> = {
  all: () => true,
  fitted: ({ chip }) => fittedIds.includes(chip.id as ChipId),
  nvidia: ({ chip }) => chip.maker === 'NVIDIA',
  others: ({ chip, chinese }) => chip.maker !== 'NVIDIA' && !chinese,
  china: ({ chinese }) => chinese,
};

/** Days on which a verdict may change, by rulebook: every day it names, and the day after. */
const turns = new WeakMap<MapData, readonly string[]>();

/** The day from which the verdicts of a day hold. */
function turnOf(data: MapData, day: string): string {
  let days = turns.get(data);
  if (!days) {
    const named = JSON.stringify(data.rulebook).match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
    days = [...new Set([data.first, ...named.flatMap((one) => [one, dayAfter(one, 1)])])].sort();
    turns.set(data, days);
  }
  return days.findLast((one) => one <= day) ?? day;
}

type Judged = MapChip & Pick<Ruling, 'verdict' | 'gap'>;

/** Verdicts last given, kept while the reader slides over days without a change or moves a chip of their own. */
let kept: { data: MapData; turn: string; judged: readonly Judged[] } | undefined;

/**
 * The chips of a day: those to be had, and those that came while the same rules stood, which were made under them.
 * One that never came is there from the day it was first spoken of.
 */
export function rulingsOn(data: MapData, values: MapValues): Ruling[] {
  const day = dayOf(data, values);
  const turn = turnOf(data, day);
  if (kept?.data !== data || kept.turn !== turn) {
    const judged = data.chips.map((one): Judged => {
      const verdict = verdictOf(data, turn, one.chip);
      const fitted = fittedIds.includes(one.chip.id as ChipId);
      return { ...one, verdict, gap: fitted ? gapOf(data, turn, one.chip, verdict) : null };
    });
    kept = { data, turn, judged };
  }
  const next = data.stops.find(({ from }) => from > day)?.from ?? '9999';
  return kept.judged
    .filter(groups[values.chips])
    .filter(({ chip: { released }, known }) =>
      released === null ? known <= day : released <= day || released < next,
    )
    .map((one) => ({ ...one, later: one.chip.released === null || one.chip.released > day }));
}

/** A chip of the reader's own where it is placed, with its verdict. */
export interface OwnChip {
  readonly tpp: number;
  readonly density: number;
  readonly verdict: Verdict;
}

/** The reader's own chip, if one is placed: its TPP in one format, its area from its density, no letter to its maker. */
export function ownChip(data: MapData, values: MapValues): OwnChip | null {
  const place = ownPlace(values);
  if (!place) return null;
  const { tpp, density } = place;
  const verdict = verdictOf(data, dayOf(data, values), sample(tpp, tpp / density, values.datacentre));
  return { tpp, density, verdict };
}

function sample(tpp: number, area: number | null, datacentre: Answer): RuledChip {
  return {
    id: null,
    name: '',
    maker: 'another maker',
    released: null,
    formats: [{ name: '8 bit', bits: 8, denseTops: exactly(tpp / 8) }],
    statedTpp: null,
    applicableDieAreaMm2: area === null ? null : exactly(area),
    ioBandwidthGBs: null,
    dramBandwidthGBs: null,
    datacentre,
    usSale: null,
    memory: null,
  };
}

/**
 * How an application for a data-centre chip at some place of the plane would be looked at, were its links as fast and
 * its DRAM as slow as the rules could ask, and were it on sale in the United States.
 */
export function policyAt(data: MapData, day: string, tpp: number, density: number): Verdict {
  return verdictOf(data, day, {
    ...sample(tpp, tpp / density, true),
    ioBandwidthGBs: exactly(1e6),
    dramBandwidthGBs: exactly(1),
    usSale: true,
  });
}

/** The line of the list that a chip outside it is nearest to by one of its figures, and by how much it stays under. */
export interface Gap {
  readonly axis: 'tpp' | 'density';
  readonly line: number;
  readonly under: number;
}

/**
 * Asks the rules: of all lines above one of the chip's two figures, the nearest at which it would no longer be outside,
 * were it meant for data centres where it stays outside even so. Null where its figures are not exact, or where no line
 * is less than a fifth away.
 */
function gapOf(data: MapData, day: string, chip: RuledChip, verdict: Verdict): Gap | null {
  const [tpp, density] = [verdict.tpp.value, verdict.performanceDensity.value];
  if (verdict.verdict !== 'not-controlled' || !tpp || !isExact(tpp)) return null;
  if (density && !isExact(density)) return null;
  const caughtFor = (datacentre: Answer, value: number, area: number | null) =>
    verdictOf(data, day, { ...sample(value, area, datacentre), ioBandwidthGBs: chip.ioBandwidthGBs })
      .verdict !== 'not-controlled';
  const use = caughtFor(true, tpp.low, density && tpp.low / density.low) ? chip.datacentre : true;
  const caught = (value: number, area: number | null) => caughtFor(use, value, area);
  const regions = regionsOf(data, day);
  const gaps = regions.flatMap((region): (Gap & { ratio: number })[] => {
    const { low: line } = region.tpp;
    const { low: level } = region.performanceDensity;
    return [
      ...(tpp.low < line && caught(line, density && line / density.low)
        ? [{ axis: 'tpp' as const, line, under: line - tpp.low, ratio: line / tpp.low }]
        : []),
      ...(density && density.low < level && caught(tpp.low, tpp.low / level)
        ? [{ axis: 'density' as const, line: level, under: level - density.low, ratio: level / density.low }]
        : []),
    ];
  });
  const [nearest] = gaps.filter(({ ratio }) => ratio < 1.2).sort((a, b) => a.ratio - b.ratio);
  return nearest ? { axis: nearest.axis, line: nearest.line, under: nearest.under } : null;
}
