import { formatDate } from '../../encoding/date.ts';
import { formatNumber } from '../../encoding/format.ts';
import type { MapProps } from '../../figure/thresholdMap.ts';
import type { MapCallout } from '../../figure/thresholdMapCallout.ts';
import type { MapGauge } from '../../figure/thresholdMapGauge.ts';
import type { MapMark, MarkForm } from '../../figure/thresholdMapMark.ts';
import type { MapRegion } from '../../figure/thresholdMapRegion.ts';
import { isExact, unlimited, type Interval } from '../../model/exportControl/interval.ts';
import type { Region, Verdict } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';
import type { MapData } from './mapData.ts';
import { densityText, measureText, tppText } from './measureText.ts';
import { fittedIds, readDensity, type ChipId, type MapValues } from './params.ts';
import { dayOf, ownVerdict, policyAt, regionsOf, rulingsOn, stopOn, type Ruling } from './rulings.ts';

/** What the figure shows in a state, before it is drawn or written. */
export interface MapState {
  readonly day: string;
  readonly regions: readonly Region[];
  readonly chips: readonly ShownChip[];
  readonly own: Verdict;
  readonly remarks: readonly MapCallout[];
}

/** A chip with what stands beside its mark. */
export interface ShownChip {
  readonly ruling: Ruling;
  readonly id: string;
  readonly name: string;
  readonly form: MarkForm;
  /** In a few words, why it stands as it does; empty where nothing need be said. */
  readonly note: string;
}

export function formOf({ verdict, letters }: Verdict): MarkForm {
  if (verdict === 'controlled') return 'listed';
  if (letters.some(({ binds }) => binds === true)) return 'letter';
  return verdict === 'undetermined' ? 'open' : 'outside';
}

/** The rule of the day asks for a second measure besides the plane's. */
const asksMore = (data: MapData, day: string, regions: readonly Region[]): boolean =>
  regions.some(({ rule }) => rule === data.io.rule) &&
  day >= (data.stops.find(({ rule }) => rule === data.io.rule)?.from ?? '');

const bestTpp = ({ verdict }: Ruling): number => verdict.tpp.value?.low ?? 0;

export function mapState(say: Phrases, data: MapData, values: MapValues): MapState {
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
    const note = () => {
      if (more && fitted && verdict.verdict === 'not-controlled' && bestTpp(ruling) >= edge && io)
        return say('note-of.io', { io: formatNumber(io.low), line: data.io.line });
      if (gap) {
        const print = gap.axis === 'tpp' ? tppText : densityText;
        return say('note-of.under', { under: print(gap.under), line: print(gap.line) });
      }
      if (tpp && tpp.high >= unlimited) return measureText(say, tpp, tppText);
      if (density && !isExact(density)) return measureText(say, density, densityText);
      return '';
    };
    return { ruling, id, name: say(`chip.${id}`), form: formOf(verdict), note: note() };
  });
  return { day, regions, chips, own: ownVerdict(data, values), remarks: remarksOf(say, data, day, chips) };
}

/** Remarks on the day, each in two sentences at most. */
function remarksOf(say: Phrases, data: MapData, day: string, chips: readonly ShownChip[]): MapCallout[] {
  const rule = stopOn(data, day)?.rule ?? 'none';
  const find = (id: ChipId) => chips.find((one) => one.id === id);
  const under = (id: ChipId) => {
    const { gap } = find(id)?.ruling ?? {};
    if (!gap) return null;
    const print = gap.axis === 'tpp' ? tppText : densityText;
    return { under: print(gap.under), line: print(gap.line) };
  };
  const remark = (
    key: string,
    of: ChipId | null,
    values: Record<string, string | number> = {},
  ): MapCallout => ({
    title: say(`remark.${key}.title`, values),
    text: say(`remark.${key}.text`, values),
    of,
  });
  const remarks: MapCallout[] = [];
  const [a100, a800, h20, l20] = [
    find('nvidia-a100'),
    find('nvidia-a800'),
    under('nvidia-h20'),
    under('nvidia-l20'),
  ];
  const since2023 =
    data.stops.findIndex((one) => one.rule === rule) >=
    data.stops.findIndex((one) => one.rule === 'ifr-2023-10');
  if (!since2023) remarks.push(remark(rule, null));
  if (rule === 'ifr-2023-10' && a100 && a800) remarks.push(remark('pair', 'nvidia-a100'));
  if ((rule === 'ifr-2023-10' || rule === 'hbm-2024-12') && h20 && l20)
    remarks.push(
      remark('fitted', 'nvidia-h20', {
        h20: h20.under,
        h20Line: h20.line,
        l20: l20.under,
        l20Line: l20.line,
      }),
    );
  if (rule === 'hbm-2024-12') remarks.push(remark(rule, null));
  if (find('nvidia-h20')?.form === 'letter') remarks.push(remark('letters-2025-04', 'nvidia-h20'));
  if (rule === data.window.rule) {
    const [first, second] = data.bands;
    remarks.push(
      remark('window', null, { tpp: data.window.tpp, dram: data.window.dram }),
      remark('bands', null, {
        duty: data.duty,
        low1: first!.dram.low,
        high1: first!.dram.high,
        low2: second!.dram.low,
        high2: second!.dram.high,
      }),
    );
  }
  return remarks;
}

/** What follows from a paragraph, in a few words, as the engine answers for a data-centre chip inside it. */
function detailOf(say: Phrases, data: MapData, day: string, { tpp, performanceDensity: up }: Region): string {
  const { policy, exceptions } = policyAt(data, day, tpp.low, Math.max(up.low, 0.5));
  const notice = exceptions.some(({ id, open }) => id === 'NAC' && open === true);
  return say(`policy.${policy?.kind ?? 'undetermined'}`) + (notice ? say('or-notice') : '');
}

/** As the drawing has it: what nobody limits is infinite. */
const endless = ({ low, high }: Interval): Interval => ({ low, high: high >= unlimited ? Infinity : high });

export function mapProps(say: Phrases, data: MapData, values: MapValues, state: MapState): MapProps {
  const { day, regions, chips, own, remarks } = state;
  const more = asksMore(data, day, regions);
  const windowed = day >= (data.stops.find(({ rule }) => rule === data.window.rule)?.from ?? '9999');
  const paragraphs = [...new Set(regions.map(({ paragraph }) => paragraph))].sort().reverse();
  const drawn = paragraphs.map((paragraph): MapRegion => {
    const own = regions.filter((one) => one.paragraph === paragraph);
    // The stricter paragraph is `a`; it lies over the others.
    const strict = paragraph === paragraphs.at(-1);
    const hatch = more ? 'broken' : strict ? 'dense' : 'wide';
    return {
      paragraph,
      detail:
        (more ? `${say('both', { line: data.io.line })}, ` : '') +
        (windowed && strict ? say('policy.undetermined') : detailOf(say, data, day, own[0]!)),
      parts: own.map(({ tpp, performanceDensity }) => ({
        tpp: endless(tpp),
        density: endless(performanceDensity),
      })),
      hatch,
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
            note: chip.note,
            fit: chip.ruling.gap,
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
          .map((mark) => ({ mark, value: beside.get(mark.id)?.low ?? null })),
      }
    : null;
  const { tpp, dram } = data.window;
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
    callouts: gauge ? [] : remarks,
    own: {
      tpp: values.tpp,
      density: readDensity(values.density)!,
      title: say('own.mark'),
      verdict: own.paragraph ?? say(`verdict.${own.verdict}`),
    },
    words: { x: say('axis.tpp'), y: say('axis.density'), lane: say('lane'), day: formatDate(day) },
  };
}
