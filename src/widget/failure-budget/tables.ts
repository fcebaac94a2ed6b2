import { formatNumber, formatRounded } from '../../encoding/format.ts';
import type { SimulatedBudget } from '../../model/failure/estimate.ts';
import { figuresOfPart } from '../../model/failure/partRate.ts';
import { publishedChecks, type PublishedFailureCheck } from '../../model/failure/published.ts';
import { fitOf } from '../../model/failure/rate.ts';
import { statusText } from '../knowledgeText.ts';
import type { Phrases } from '../phrases.ts';
import { sourcesOf } from '../recordedFigure.ts';
import { columnsOf, type TwinLink, type TwinRow, type TwinTable } from '../twinTable.ts';
import { countText } from './drawn.ts';
import { durationText } from './durationText.ts';
import { readerOn } from './known.ts';
import type { FailureData } from './failureData.ts';
import type { FailureValues } from './params.ts';
import { reckon, simulated, type Reckoned, type ReckonedPart } from './reckon.ts';
import { estimateText, shareText } from './shareText.ts';

const linksTo = (data: FailureData, ids: readonly string[]): TwinLink[] =>
  ids.map((id) => {
    const { publisher, title, url } = data.sources[id]!;
    return { text: `${publisher}: ${title}`, href: url };
  });

/**
 * The table twin: parts and their rates, what follows exactly and by chance, published figures beside the model's.
 * @param reckoned and `chance`: the state as worked out before, which takes longer than all else
 */
export function failureTables(
  say: Phrases,
  data: FailureData,
  values: FailureValues,
  reckoned = reckon(data, values),
  chance = simulated(reckoned, values),
): TwinTable[] {
  return [
    partTable(say, data, values, reckoned),
    answerTable(say, values, reckoned, chance),
    checkTable(say, data, values),
    assumptionTable(say, data, values),
  ];
}

function rateText(say: Phrases, { rate, own, published }: ReckonedPart): string {
  if (rate === null) return say('no-rate');
  const ends = own || !published ? [rate] : [...new Set([published.low, published.high])];
  return say('fit-text', { fit: ends.map((end) => formatRounded(fitOf(end))).join('–') });
}

function partTable(say: Phrases, data: FailureData, values: FailureValues, { parts }: Reckoned): TwinTable {
  const rows = parts.map((part): TwinRow => {
    const keys = part.own ? [] : figuresOfPart(part.id, values.optics).map(({ key }) => key);
    return {
      row: part.id,
      cells: [
        countText(say, part, values),
        formatNumber(part.count),
        rateText(say, part),
        part.rate ? durationText(say, 1 / part.rate) : say('none'),
        part.firstFailureHours === null ? say('none') : durationText(say, part.firstFailureHours),
        part.own ? say('yours') : part.rate === null ? say('unknown') : say(`of.${part.id}`),
        part.own || part.rate === null ? say('none') : statusText(say, part.status),
        linksTo(data, sourcesOf(data, keys, values.asof)),
      ],
    };
  });
  return {
    caption: say('table.parts', { machine: say(`system.${values.system}`) }),
    columns: columnsOf(
      (key) => say(`table.${key}`),
      ['part', 'count', 'rate', 'life', 'every', 'measured', 'status', 'source'],
      ['count', 'rate', 'life', 'every'],
    ),
    rows,
  };
}

function answerTable(
  say: Phrases,
  values: FailureValues,
  reckoned: Reckoned,
  chance: SimulatedBudget | null,
): TwinTable {
  const { exact, otherEnd } = reckoned;
  // The drawing has the first failure, and how long the machine runs where something can fail.
  const drawnRows = new Set(exact.firstFailureHours === null ? ['first'] : ['first', 'runs']);
  const told = reckoned.fails !== 'unknown';
  const time = (hours: number | null) => (hours === null ? say('none') : durationText(say, hours));
  const count = (number: number) => formatRounded(number, 4);
  const counted = (of: { value: number; error: number } | undefined) =>
    of ? `${count(of.value)} ± ${formatRounded(of.error, 2)}` : say('none');
  const rows: [string, string, string, string][] = [
    ['first', time(exact.firstFailureHours), '', time(otherEnd.firstFailureHours)],
    [
      'failures',
      count(exact.failuresPerYear),
      counted(chance?.failuresPerYear),
      count(otherEnd.failuresPerYear),
    ],
    ['stops', count(exact.stopsPerYear), counted(chance?.stopsPerYear), count(otherEnd.stopsPerYear)],
    ['borne', count(exact.bornePerYear), '', count(otherEnd.bornePerYear)],
    ['between', time(exact.hoursBetweenStops), '', time(otherEnd.hoursBetweenStops)],
    ['standing', time(exact.standingHoursPerYear), '', time(otherEnd.standingHoursPerYear)],
    [
      'runs',
      shareText(exact.availability),
      chance ? estimateText(chance.availability.value, chance.availability.error) : say('none'),
      shareText(otherEnd.availability),
    ],
  ];
  return {
    caption: say('table.answers', {
      seed: values.seed,
      years: chance ? formatRounded(chance.years, 2) : say('none'),
    }),
    columns: columnsOf(
      (key) => say(`table.${key}`),
      ['answer', 'exact', 'chance', values.rates === 'low' ? 'high' : 'low'],
      ['exact', 'chance', 'high', 'low'],
    ),
    rows: rows.map(([key, ...cells]) => ({
      ...(drawnRows.has(key) ? { row: key } : {}),
      cells: [say(`answer.${key}`), ...(told ? cells : cells.map(() => say('none')))],
    })),
  };
}

const numberText = (say: Phrases, { unit }: PublishedFailureCheck, value: number): string =>
  unit === 'share' ? shareText(value) : say('time.hours', { count: formatRounded(value) });

function checkTable(say: Phrases, data: FailureData, { asof }: FailureValues): TwinTable {
  return {
    caption: say('table.checks'),
    columns: columnsOf(
      (key) => say(`table.${key}`),
      ['check', 'published', 'computed', 'reading', 'source'],
      ['published', 'computed'],
    ),
    rows: publishedChecks(readerOn(data, asof), data.systems['ub-mesh-superpod'].parts).map((check) => ({
      cells: [
        say(`check.${check.id}`),
        numberText(say, check, check.published),
        check.computed.map((end) => numberText(say, check, end)).join(' – '),
        say(`reading.${check.id}`),
        linksTo(data, sourcesOf(data, check.keys, asof)),
      ],
    })),
  };
}

function assumptionTable(say: Phrases, data: FailureData, { system }: FailureValues): TwinTable {
  const own = ['rates', 'independent', 'stands', 'spares', 'retry'].map((key) => say(`assumed.${key}`));
  return {
    caption: say('table.assumed'),
    columns: columnsOf((key) => say(`table.${key}`), ['assumption']),
    rows: [...own, ...data.systems[system].assumptions].map((text) => ({ cells: [text] })),
  };
}
