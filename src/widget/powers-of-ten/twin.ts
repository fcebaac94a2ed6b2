import type { WholeRecord } from '../../data/wholeRecord.ts';
import { phrases } from '../phrases.ts';
import type { FigureTwin } from '../twin.ts';
import { declaration, type FlightParameters } from './params.ts';
import { question } from './question.ts';
import { selectFlight, stopSources, type FlightRecord } from './select.ts';
import { flightTables, type ToldStop } from './table.ts';
import { stopWords, type Say } from './text.ts';

/** What the flight tells on a day. */
export interface ToldFlight {
  readonly record: FlightRecord;
  readonly stops: readonly ToldStop[];
}

/** The stops as they could be told on a day, each with its sources. @param asof `YYYY-MM-DD` or `latest` */
export function flightOn(
  { catalogue, layouts, topologies }: WholeRecord,
  say: Say,
  asof: string,
): ToldFlight {
  const record = selectFlight(catalogue, layouts(), topologies(), asof);
  const stops = stopWords(record, say).map((stop) => ({
    ...stop,
    sources: stopSources(catalogue, record, stop.id).map(({ id, title, publisher, url }) => ({
      id,
      label: `${publisher}: ${title}`,
      href: url,
    })),
  }));
  return { record, stops };
}

export const twin: FigureTwin<FlightParameters, WholeRecord> = {
  declaration,
  question,
  cut: (record) => record,
  tables(strings, record, { asof }) {
    const say = phrases(strings, declaration.id);
    return flightTables(say, flightOn(record, say, asof).stops);
  },
};
