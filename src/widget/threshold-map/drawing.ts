import type { ShownChip } from './shownChip.ts';
import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import type { MapProps } from '../../figure/threshold-map/drawing.ts';
import type { MapGauge } from '../../figure/threshold-map/gauge.ts';
import type { MapMark } from '../../figure/threshold-map/mark.ts';
import { formOf } from '../../figure/threshold-map/markForm.ts';
import type { MapRegion } from '../../figure/threshold-map/region.ts';
import { isExact, unlimited, type Interval } from '../../model/exportControl/interval.ts';
import type { Region } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';
import { gapText, knotOf, markNotes } from './knotOf.ts';
import { mapOn, type MapData } from './mapData.ts';
import { digitsText, measureText, tppText } from './measureText.ts';
import { fittedIds, type ChipId, type MapValues } from './params.ts';
import { remarksOf, type MapRemark } from './remarks.ts';
import {
  dayOf,
  ownChip,
  policyAt,
  regionsBefore,
  regionsOf,
  rulingsOn,
  type OwnChip,
  type Ruling,
} from './rulings.ts';

/** What the figure shows in a state, before it is drawn or written. */
export interface MapState {
  readonly day: string;
  readonly regions: readonly Region[];
  readonly chips: readonly ShownChip[];
  /** Null until the reader places a chip. */
  readonly own: OwnChip | null;
  readonly remarks: readonly MapRemark[];
}

/** The rule of the day asks for a second measure besides the plane's. */
const asksMore = (data: MapData, day: string, regions: readonly Region[]): boolean =>
  regions.some(({ rule }) => rule === data.io.rule) &&
  day >= (data.stops.find(({ rule }) => rule === data.io.rule)?.from ?? '');

/** The paragraph that goes before the others: `a` before `b`. */
const strictest = (regions: readonly Region[]): string | undefined =>
  regions.map(({ paragraph }) => paragraph).sort()[0];

const within = (value: Interval, { low, high }: Interval): boolean => value.low >= low && value.low < high;

const bestTpp = ({ verdict }: Ruling): number => verdict.tpp.value?.low ?? 0;

export function mapState(say: Phrases, all: MapData, values: MapValues): MapState {
  const data = mapOn(all, values.asof);
  const day = dayOf(data, values);
  const regions = regionsOf(data, day);
  const more = asksMore(data, day, regions);
  const edge = Math.min(...regions.map(({ tpp }) => tpp.low));
  const chips = rulingsOn(data, values).map((ruling): ShownChip => {
    const { verdict } = ruling;
    const id = ruling.chip.id!;
    const fitted = fittedIds.includes(id as ChipId);
    const { gap } = ruling;
    const [tpp, density, io] = [
      verdict.tpp.value,
      verdict.performanceDensity.value,
      verdict.ioBandwidth.value,
    ];
    const inRegion = regions.find(
      ({ tpp: wide, performanceDensity: high }) =>
        tpp && density && isExact(tpp) && within(tpp, wide) && isExact(density) && within(density, high),
    );
    const denseText = digitsText(verdict.performanceDensity.digits);
    const place = () => {
      if (!tpp) return say('note-of.no-tpp');
      if (more && fitted && verdict.verdict === 'not-controlled' && bestTpp(ruling) >= edge && io)
        return say('note-of.io', { io: measureText(say, io, formatNumber), line: data.io.line });
      if (gap) return gapText(say, gap, 'under');
      if (!isExact(tpp)) return measureText(say, tpp, tppText);
      if (density && !isExact(density)) return measureText(say, density, denseText);
      return '';
    };
    // What keeps a chip out of a region that it lies in, or out of what that region says.
    const spared = verdict.verdict === 'not-controlled' && ruling.chip.datacentre === false;
    const notice = verdict.exceptions.find(({ id: name }) => name === 'NAC');
    const notes = [
      place(),
      inRegion && !more && spared ? say('note-of.elsewhere') : '',
      notice ? say(`note-of.notice-${notice.open === true ? 'open' : 'perhaps'}`) : '',
    ].filter(Boolean);
    return { ruling, id, name: say(`chip.${id}`), form: formOf(verdict), notes };
  });
  return {
    day,
    regions,
    chips,
    own: ownChip(data, values),
    remarks: remarksOf(say, data, day, chips),
  };
}

/** What follows from a paragraph, in a few words, as the engine answers for a data-centre chip inside it. */
function detailOf(say: Phrases, data: MapData, day: string, { tpp, performanceDensity: up }: Region): string {
  const { policy, exceptions } = policyAt(data, day, tpp.low, Math.max(up.low, 0.5));
  const notice = exceptions.some(({ id, open }) => id === 'NAC' && open === true);
  return say(`policy.${policy?.kind ?? 'undetermined'}`) + (notice ? say('or-notice') : '');
}

/** As the drawing has it: what nobody limits is infinite. */
const endless = ({ low, high }: Interval): Interval => ({ low, high: high >= unlimited ? Infinity : high });

export function mapProps(say: Phrases, data: MapData, state: MapState): MapProps {
  const { day, regions, chips, own } = state;
  const more = asksMore(data, day, regions);
  const windowed = day >= (data.stops.find(({ rule }) => rule === data.window.rule)?.from ?? '9999');
  const paragraphs = [...new Set(regions.map(({ paragraph }) => paragraph))].sort().reverse();
  const drawn = paragraphs.map((paragraph): MapRegion => {
    const own = regions.filter((one) => one.paragraph === paragraph);
    // The stricter paragraph is `a`; it lies over the others.
    const strict = paragraph === strictest(regions);
    const tone = more ? 'partial' : strict ? 'strict' : 'other';
    return {
      paragraph,
      detail:
        (more ? `${say('both', { line: data.io.line })}, ` : '') +
        (windowed && strict ? say('policy.undetermined') : detailOf(say, data, day, own[0]!)),
      parts: own.map(({ tpp, performanceDensity }) => ({
        tpp: endless(tpp),
        density: endless(performanceDensity),
      })),
      tone,
    };
  });
  const marks = chips.flatMap((chip): MapMark[] => {
    const { verdict, chinese, later } = chip.ruling;
    const { value: tpp } = verdict.tpp;
    const { value: density } = verdict.performanceDensity;
    return tpp
      ? [
          {
            id: chip.id,
            name: chip.name,
            form: chip.form,
            square: chinese,
            later,
            tpp: endless(tpp),
            density: density && endless(density),
            notes: markNotes(say, chip),
          },
        ]
      : [];
  });
  const edge = Math.min(...regions.map(({ tpp }) => tpp.low));
  const beside = new Map(chips.map(({ id, ruling }) => [id, ruling.verdict.ioBandwidth.value]));
  const gauge: MapGauge | null = more
    ? {
        title: say('gauge.title'),
        detail: say('gauge.detail'),
        line: data.io.line,
        unknown: say('measure.none'),
        chips: marks
          .filter(({ tpp }) => tpp.low >= edge)
          .map((mark) => ({ mark, value: beside.get(mark.id) ?? null })),
      }
    : null;
  const { tpp, dram } = data.window;
  const before = regionsBefore(data, day);
  return {
    regions: drawn,
    marks,
    gauge,
    window: windowed
      ? {
          from: Math.min(
            ...regions.filter(({ paragraph }) => paragraph === paragraphs.at(-1)).map((one) => one.tpp.low),
          ),
          to: tpp,
          below: [say('window.below', { dram }), say('window.short')],
          above: [say('window.above')],
        }
      : null,
    bands: windowed
      ? data.bands.map((band, i) => ({
          ...band.tpp,
          name: say(i === 0 ? 'band.first' : 'band.other', { duty: data.duty }),
        }))
      : [],
    knot: gauge ? null : knotOf(say, chips),
    own: own && {
      tpp: own.tpp,
      density: own.density,
      title: say('own.mark'),
      verdict: own.verdict.paragraph ?? say(`verdict.${own.verdict.verdict}`),
    },
    ghost: before && {
      name: say('before', { date: formatDate(before.from) }),
      short: say('before-short', { year: before.from.slice(0, 4) }),
      parts: before.regions.map(({ tpp: wide, performanceDensity }) => ({
        tpp: endless(wide),
        density: endless(performanceDensity),
      })),
    },
    words: {
      x: say('axis.tpp'),
      y: say('axis.density'),
      lane: say('lane'),
      laneShort: say('lane-short'),
      free: say('form.outside'),
      day: formatDate(day),
    },
  };
}
