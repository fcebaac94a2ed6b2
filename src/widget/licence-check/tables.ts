import { formatDate } from '../../encoding/date.ts';
import type { CheckProps } from '../../figure/licence-check/drawing.ts';
import { markup, type Raw } from '../html.ts';
import { sourceLink } from '../sourceLines.ts';
import type { Phrases } from '../phrases.ts';
import { columnsOf, type TwinCell, type TwinRow, type TwinTable } from '../twinTable.ts';
import type { Check } from './asked.ts';
import { afterwards } from './afterwards.ts';
import type { CheckData } from './checkData.ts';
import { capital } from './gates.ts';
import { measureNames } from './measures.ts';
import { waysRows } from './ways.ts';

/** What is said of a measure, with its last day, on which `tellByDay` looks at the reader's. */
export const datedCell = (say: Phrases, text: string, ends: string | undefined): TwinCell =>
  ends === undefined ? text : { text, data: { ends, since: say('knowledge.day-passed') }, more: '' };

/** Sources of all that is shown, in the order in which it is told. */
export function citedIn(data: CheckData, { chip, asked }: Check): string[] {
  const told = asked.flatMap(({ verdict }) => [
    ...verdict.reasons.flatMap(({ sources }) => sources),
    ...verdict.exceptions.flatMap(({ sources }) => sources),
    ...verdict.otherGates.flatMap(({ sources }) => sources),
  ]);
  return [...new Set([...told, ...(chip.id === null ? [] : (data.chipSources[chip.id] ?? []))])];
}

/** Links to sources by their publishers. */
export function linksHtml(data: CheckData, ids: readonly string[], newTab: boolean): Raw[] {
  return ids.map((id, i) => {
    const { label, href } = data.sources[id]!;
    const [publisher = '', ...title] = label.split(': ');
    const link = sourceLink({ publisher, title: title.join(': '), url: href }, newTab);
    return markup`${i > 0 ? ', ' : ''}${link}`;
  });
}

/** The table twin: measures, marks, the chain in words, the answers, and what would change them. */
export function checkTables(say: Phrases, data: CheckData, check: Check, props: CheckProps): TwinTable[] {
  const { chip, asked } = check;
  const column = (key: string) => say(`table.${key}`);
  const days = asked.map(({ day }) => formatDate(day));
  const links = (ids: readonly string[]) =>
    ids.map((id) => ({ text: data.sources[id]!.label, href: data.sources[id]!.href }));
  const { unasked } = props.chain.words;

  const measures = measureNames.flatMap((name): TwinRow[] => {
    const measured = props.measures[name];
    return measured ? [{ row: measured.row, cells: [say(`name.${name}`), measured.text] }] : [];
  });
  const gates = props.chain.gates.flatMap(({ id, title, rows, outcomes }): TwinRow[] => [
    { row: id, cells: [title, '', ...outcomes.map((one) => one?.text ?? unasked)] },
    ...rows.map(({ id: row, label, cells }) => ({
      row,
      cells: [title, label, ...cells.map((cell) => cell?.text ?? unasked)],
    })),
  ]);
  const reasons = asked.flatMap(({ verdict }, c) =>
    verdict.reasons.map(({ clause, text, met, sources, name, citation, from, to, reading }): TwinRow => ({
      cells: [
        capital(clause),
        days[c]!,
        text,
        say(`met.${String(met)}`),
        citation ?? name,
        to === null
          ? say('holds.from', { from: formatDate(from), evidence: formatDate(verdict.evidenceTo) })
          : say('holds.to', { from: formatDate(from), to: formatDate(to) }),
        say(`reading.${reading}`),
        links(sources),
      ],
    })),
  );
  const answers = asked.flatMap((one, c): TwinRow[] => {
    const { plate, row } = props.chain.columns[c]!;
    return [
      { row, cells: [days[c]!, plate.title, plate.text, ''] },
      ...afterwards(say, one.verdict).map(({ kind, text, ends, sources }) => ({
        cells: [days[c]!, kind, datedCell(say, text, ends), links(sources)],
      })),
    ];
  });
  const decides = asked.flatMap(({ verdict }, c) =>
    verdict.decides.map(({ input, of, text }): TwinRow => ({
      cells: [capital(say(`unknown.${input}`)), days[c]!, of.map((one) => say(`of.${one}`)).join(', '), text],
    })),
  );
  const notAsked = asked[0]!.verdict.notAsked.map(({ id, text }): TwinRow => ({
    cells: [say(`not-asked.${id}`), text],
  }));
  const ways = waysRows(say, data, check).map(({ day, input, change, then }): TwinRow => ({
    cells: [capital(input), formatDate(day), change, then],
  }));
  const gateColumns = [
    ...columnsOf(column, ['clause', 'asks']),
    ...days.map((label, c) => ({ key: `day-${c + 1}`, label })),
  ];
  const tables: TwinTable[] = [
    {
      caption: say('table.measures', { chip: chip.name }),
      columns: columnsOf(column, ['measure', 'value']),
      rows: measures,
    },
    { caption: say('table.gates'), columns: gateColumns, rows: gates },
    {
      caption: say('table.chain'),
      columns: columnsOf(column, ['clause', 'day', 'found', 'met', 'citation', 'holds', 'reading', 'source']),
      rows: reasons,
    },
    {
      caption: say('part.decides'),
      columns: columnsOf(column, ['input', 'day', 'what', 'found']),
      rows: decides,
    },
    {
      caption: say('part.not-asked'),
      columns: columnsOf(column, ['what', 'found']),
      rows: notAsked,
    },
    {
      caption: say('table.answers'),
      columns: columnsOf(column, ['day', 'what', 'answer', 'source']),
      rows: answers,
    },
    {
      caption: say('table.ways'),
      columns: columnsOf(column, ['input', 'day', 'change', 'then']),
      rows: ways,
    },
  ];
  const mayLack = new Set([tables[1], tables[3], tables[6]]);
  return tables.filter((table) => table.rows.length > 0 || !mayLack.has(table));
}
