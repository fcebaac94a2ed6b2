import { formatNumber } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import { columnsOf, type TwinTable } from '../twinTable.ts';
import type { MapState } from './drawing.ts';
import type { MapData } from './mapData.ts';
import { digitsText, measureText, spanText, tppText } from './measureText.ts';

/** What an open answer of the list turns on, in the engine's words. */
function decidesText({ decides }: Verdict): string {
  const texts = decides.filter(({ of }) => of.includes('list')).map(({ text }) => text);
  return texts.length > 0 ? `. ${texts.join(' ')}` : '';
}

/** The table twin: every chip drawn with its verdict, the lines of the day, and what is remarked on the drawing. */
export function mapTables(say: Phrases, data: MapData, state: MapState): TwinTable[] {
  const column = (key: string) => say(`table.${key}`);
  const links = (ids: readonly string[]) =>
    ids.map((id) => ({ text: data.sources[id]!.label, href: data.sources[id]!.href }));
  const chips = state.chips.map(({ id, name, notes, ruling: { chip, verdict, later, status, sources } }) => {
    const letters = verdict.letters
      .filter(({ binds }) => binds === true)
      .map(({ rule }) => say(`letter.${rule}`));
    const io = verdict.ioBandwidth.value;
    return {
      row: id,
      cells: [
        chip.name || name,
        measureText(say, verdict.tpp.value, tppText),
        measureText(say, verdict.performanceDensity.value, digitsText(verdict.performanceDensity.digits)),
        measureText(say, io, formatNumber),
        `${say(`verdict.${verdict.verdict}`)}${decidesText(verdict)}${later ? `; ${say('standing.later')}` : ''}`,
        verdict.paragraph ?? '–',
        `${say(`licence-word.${verdict.licence}`)}${letters.length ? `: ${letters.join(', ')}` : ''}`,
        notes.join('; ') || '–',
        status ? say(`status.${status}`) : '–',
        links(sources),
      ],
    };
  });
  const sourceOf = new Map(data.stops.map(({ rule, sources }) => [rule, sources]));
  const lines = state.regions.map(({ clause, paragraph, rule, tpp, performanceDensity, beside }) => ({
    cells: [
      clause,
      paragraph,
      spanText(say, tpp, tppText),
      spanText(say, performanceDensity, formatNumber),
      beside ?? '–',
      say(`rule.${rule}`),
      links(sourceOf.get(rule) ?? []),
    ],
  }));
  const chipKeys = [
    'chip',
    'tpp',
    'density',
    'io',
    'verdict',
    'paragraph',
    'licence',
    'note',
    'firm',
    'source',
  ];
  const tables: TwinTable[] = [
    {
      caption: say('table.caption'),
      columns: columnsOf(column, chipKeys, ['tpp', 'density', 'io']),
      rows: chips,
    },
    {
      caption: say('table.lines'),
      columns: columnsOf(column, ['clause', 'paragraph', 'tpp', 'density', 'beside', 'rule', 'source']),
      rows: lines,
    },
    {
      caption: say('table.remarks'),
      columns: columnsOf(column, ['about', 'remark']),
      rows: state.remarks.map(({ title, text }) => ({ cells: [title, text] })),
    },
  ];
  return tables.filter(({ rows }, index) => index === 0 || rows.length > 0);
}
