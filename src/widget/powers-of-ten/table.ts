import { columnsOf, type TwinTable } from '../twinTable.ts';
import type { Say, StopWords } from './text.ts';

/** A stop with its sources, as the page and the table tell it. */
export interface ToldStop extends StopWords {
  readonly sources: readonly { readonly id: string; readonly label: string; readonly href: string }[];
}

/** How firm something is, in a word; a dash where it could not be told. */
export const statusWord = (say: Say, status: StopWords['status']): string =>
  status === null ? '–' : say(`status.${status}`);

/** The table twin: one row a stop. */
export function flightTables(say: Say, stops: readonly ToldStop[]): TwinTable[] {
  const keys = ['stop', 'chips', 'status', 'reach', 'reach-status', 'way', 'sources'];
  return [
    {
      caption: say('table.caption'),
      columns: columnsOf((key) => say(`table.${key}`), keys, ['chips']),
      rows: stops.map((stop) => ({
        row: stop.id,
        cells: [
          stop.title,
          stop.chips,
          statusWord(say, stop.status),
          stop.reach,
          statusWord(say, stop.reachStatus),
          stop.way,
          [...new Set(stop.sources.map(({ label }) => label.split(':')[0]!))].join(', '),
        ],
      })),
    },
  ];
}
