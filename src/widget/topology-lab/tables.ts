import { formatNumber, formatRounded } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import { columnsOf, type TwinTable } from '../twinTable.ts';
import { wiredOf, type Lab, type Wired } from './lab.ts';
import type { LabData } from './labData.ts';
import { reachStatement } from './known.ts';
import type { LabValues } from './params.ts';
import { bandwidthText, metresText, networkName, shapeText } from './words.ts';
import { cableMedia } from '../../model/topology/cableMedium.ts';
import { lanesPerCable } from '../../model/topology/design.ts';

/** One measure of a network in words. */
export interface Reading {
  readonly id: string;
  readonly text: string;
}

/** Everything that is read off a network, in the order in which it is told. */
export function readingsOf(say: Phrases, { measures, cabling, design, price }: Wired): Reading[] {
  const { byMedium } = cabling;
  const media = cableMedia.filter((medium) => byMedium[medium].cables > 0);
  const metres = cableMedia.reduce((sum, medium) => sum + byMedium[medium].metres, 0);
  const most = measures.bisection.method === 'upper bound' ? 'at-most' : 'exactly';
  const prices = price.total === null ? [] : [{ id: 'cost', text: formatNumber(Math.round(price.total)) }];
  return [
    { id: 'cables', text: formatNumber(measures.cables) },
    ...media.map((medium) => ({ id: medium, text: formatNumber(byMedium[medium].cables) })),
    { id: 'metres', text: metresText(metres) },
    { id: 'switches', text: formatNumber(measures.switches) },
    ...(measures.switches > 0
      ? [
          { id: 'ports', text: formatNumber(measures.ports.switchPorts) },
          { id: 'most-ports', text: formatNumber(measures.ports.mostOfOneSwitch) },
        ]
      : []),
    { id: 'diameter', text: formatNumber(measures.diameter) },
    { id: 'mean', text: formatRounded(measures.mean) },
    { id: 'bisection', text: say(most, { bandwidth: bandwidthText(measures.bisection.bandwidth) }) },
    { id: 'lanes', text: formatNumber(design.lanesUsed) },
    ...prices,
  ];
}

/** Readings that some network of a state has, in their order. */
export function readingIds(readings: readonly (readonly Reading[])[]): string[] {
  const order = [
    'cables',
    ...cableMedia,
    'metres',
    'switches',
    'ports',
    'most-ports',
    'diameter',
    'mean',
    'bisection',
    'lanes',
    'cost',
  ];
  return order.filter((id) => readings.some((own) => own.some((one) => one.id === id)));
}

/** What a network has none of is none of it; what it costs may not be known. */
export const readingOf = (say: Phrases, readings: readonly Reading[], id: string): string =>
  readings.find((one) => one.id === id)?.text ?? (id === 'cost' ? say('no-price') : '0');

/** The table twin: every measure of each network, and its links tier by tier. */
export function labTables(say: Phrases, data: LabData, values: LabValues, lab: Lab): TwinTable[] {
  const column = (key: string) => say(`table.${key}`);
  const wired = wiredOf(lab);
  const readings = wired.map((one) => readingsOf(say, one));
  const names = wired.map((one) => networkName(say, one));
  const reach = reachStatement(data, values);
  const sources = (reach?.sources ?? []).map((id) => data.sources[id]!);
  return [
    {
      caption: say('table.measures', { chips: values.chips }),
      columns: [
        ...columnsOf(column, ['measure']),
        ...names.map((label, i) => ({ key: i === 0 ? 'first' : 'second', label, kind: 'number' as const })),
      ],
      rows: readingIds(readings).map((id) => ({
        row: id,
        cells: [say(`reading.${id}`), ...readings.map((own) => readingOf(say, own, id))],
      })),
    },
    {
      caption: say('table.tiers'),
      columns: columnsOf(
        column,
        ['tier', 'network', 'links', 'width', 'cables', 'light'],
        ['links', 'width', 'cables', 'light'],
      ),
      rows: wired.flatMap(({ measures, cabling, design }, i) =>
        measures.tiers.map(({ name, links, lanesPerLink, cablesPerLink }, tier) => ({
          key: `${String(i)} ${name}`,
          cells: [
            name,
            `${say(`family.${design.family}.name`)} ${shapeText(design.shape)}`,
            formatNumber(links),
            formatNumber(lanesPerLink),
            formatNumber(links * cablesPerLink),
            `${formatRounded(100 * cabling.lightOfTier[tier]!)} %`,
          ],
        })),
      ),
    },
    {
      caption: say('table.assumed'),
      columns: columnsOf(column, ['assumed', 'why', 'source']),
      rows: [
        {
          key: 'reach',
          cells: [
            say('assumed.reach', { rate: values.rate, reach: reach?.text ?? '' }),
            reach?.note ?? '',
            sources.map(({ publisher, title, url }) => ({ text: `${publisher}: ${title}`, href: url })),
          ],
        },
        ...['plug', 'cabinet', 'hall', 'inside', 'switches', 'shared'].map((id) => ({
          key: id,
          cells: [
            say(`assumed.${id}`, { metres: formatRounded(data.insideMetres), lanes: lanesPerCable }),
            say(`why.${id}`),
            '',
          ],
        })),
      ],
    },
  ];
}
