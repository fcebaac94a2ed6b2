import { formatRounded } from '../../encoding/format.ts';
import { statusText } from '../knowledgeText.ts';
import type { Phrases } from '../phrases.ts';
import type { RecordedStatement, RecordSlice } from '../recordedFigure.ts';
import { columnsOf, type TwinLink, type TwinTable } from '../twinTable.ts';
import { decibels, isClosed, lengthText, metres } from './amount.ts';
import { costsOn } from './costs.ts';
import { failuresText } from './costText.ts';
import { drawnAs, laneKeys, shareKeys, type Share } from './keys.ts';
import { saidOn } from './known.ts';
import { reachProps, verdictText } from './props.ts';
import type { ReachValues } from './params.ts';
import { reckon, reckonRates } from './reckon.ts';

/** The table twin: the link of the state, every rate over a plain cable, what each medium costs, and the published shares. */
export function reachTables(say: Phrases, data: RecordSlice, values: ReachValues): TwinTable[] {
  const column = (key: string) => say(`table.${key}`);
  const links = (said: readonly (RecordedStatement | null)[]): TwinLink[] =>
    [...new Set(said.flatMap((one) => one?.sources ?? []))].map((id) => {
      const { publisher, title, url } = data.sources[id]!;
      return { text: `${publisher}: ${title}`, href: url };
    });
  const { asof, rate, medium } = values;
  const one = reckon(data, values);
  const { ends } = reachProps(say, data, values);
  const untold = say(asof === 'latest' ? 'table.unpublished' : 'knowledge.untold');
  const link: TwinTable = {
    caption: say('table.link'),
    columns: columnsOf(
      column,
      [
        'medium',
        'rate',
        'length',
        'package',
        'board',
        'connector',
        'crossing',
        'ends',
        'lost',
        'budget',
        'verdict',
      ],
      ['length', 'package', 'board', 'connector', 'crossing', 'ends', 'lost', 'budget'],
    ),
    rows: [
      {
        row: 'link',
        cells: [
          say(`over.${medium}`, { gauge: values.gauge }),
          say('rate', { rate }),
          say('length', { length: lengthText(values.length) }),
          ...ends.map(({ loss }) => decibels(loss)),
          decibels(one.slope * (values.length / 100)),
          decibels(ends.reduce((sum, { loss }) => sum + loss, 0)),
          decibels(one.lane.budget - one.margin),
          decibels(one.lane.budget),
          verdictText(say, one),
        ],
      },
    ],
  };
  const rates: TwinTable = {
    caption: say('table.rates', { gauge: values.gauge, board: values.board }),
    columns: columnsOf(
      column,
      ['rate', 'frequency', 'slope', 'budget', 'reach', 'asked', 'status', 'source'],
      ['frequency', 'slope', 'budget', 'reach', 'asked'],
    ),
    rows: reckonRates(data, values).map((line) => {
      const keys = laneKeys[line.rate];
      const lane = saidOn(data, keys.frequency, asof);
      const asked = keys.asked === null ? null : saidOn(data, keys.asked, asof);
      return {
        row: `rate-${line.rate}`,
        cells: [
          say('rate', { rate: line.rate }),
          say('gigahertz', { frequency: formatRounded(line.lane.frequency / 1e9, 4) }),
          decibels(line.slope),
          decibels(line.lane.budget),
          line.reach > 0 ? say('length', { length: metres(line.reach) }) : say('table.none'),
          asked?.text ?? say('table.unfound'),
          statusText(say, lane ? lane.status : null),
          links([lane, saidOn(data, keys.budget, asof), asked]),
        ],
      };
    }),
  };
  const costs: TwinTable = {
    caption: say('table.costs', { rate }),
    columns: columnsOf(
      column,
      ['medium', 'open', 'said-reach', 'power', 'price', 'failures', 'source'],
      ['power', 'price', 'failures'],
    ),
    rows: costsOn(data, values).map((cost) => ({
      cells: [
        say(`medium.${cost.id}`),
        say(isClosed(reckon(data, values, drawnAs(cost.id)).margin) ? 'closed' : 'open'),
        cost.reach?.text ?? untold,
        cost.power?.text ?? untold,
        cost.price?.text ?? untold,
        failuresText(say, cost) ?? untold,
        links([cost.power, cost.price, cost.mtbf, cost.reach]),
      ],
    })),
  };
  const shares: TwinTable = {
    caption: say('share.title'),
    columns: columnsOf(column, ['medium', 'share', 'note', 'status', 'source'], ['share']),
    rows: (Object.keys(shareKeys) as Share[]).flatMap((id) => {
      const said = saidOn(data, shareKeys[id], asof);
      if (!said) return [];
      return [
        {
          row: `share-${id}`,
          cells: [
            say(`share.of.${id}`),
            said.text,
            [say(`share.${id}`, { share: said.text }), said.note ?? ''].join('. '),
            statusText(say, said.status),
            links([said]),
          ],
        },
      ];
    }),
  };
  return [link, rates, costs, ...(shares.rows.length > 0 ? [shares] : [])];
}
