import { markup, when, type Raw } from './html.ts';

/** A table of a figure's twin: the same for the page, for a download and for the terminal. */
export interface TwinTable {
  readonly caption: string;
  readonly columns: readonly TwinColumn[];
  readonly rows: readonly TwinRow[];
  /** Class of the style sheet, where the table has one of its own. */
  readonly look?: string;
}

export interface TwinColumn {
  /** Names the column whatever the language: a key of the terminal's JSON. */
  readonly key: string;
  readonly label: string;
  /** `number` is set to the right; `head` names the row. */
  readonly kind?: 'number' | 'head';
}

export interface TwinRow {
  /** One for each column. */
  readonly cells: readonly TwinCell[];
  /** What is drawn of the same thing carries it too (`data-row`). */
  readonly row?: string;
  /** Tells the row from its neighbours when the table changes. */
  readonly key?: string;
  /** Of something inside another, drawn once that is opened. */
  readonly inside?: boolean;
}

/** Words, or links to sources, or words of which the first part is marked in the page. */
export type TwinCell = string | readonly TwinLink[] | TwinMarked;

/** Words in an element with `data-` attributes, and more words after it. */
export interface TwinMarked {
  readonly text: string;
  readonly data: Readonly<Record<string, string>>;
  readonly more: string;
}

const isMarked = (cell: TwinCell): cell is TwinMarked => typeof cell === 'object' && 'data' in cell;

export interface TwinLink {
  readonly text: string;
  readonly href: string;
  /** What it is called where it is read without its row; begins with its text. */
  readonly name?: string;
}

/** Columns whose labels are strings; the first names the row. `numbers` are set to the right. */
export function columnsOf(
  label: (key: string) => string,
  keys: readonly string[],
  numbers: readonly string[] = [],
): TwinColumn[] {
  return keys.map((key, index) => ({
    key,
    label: label(key),
    ...(index === 0 ? { kind: 'head' as const } : numbers.includes(key) ? { kind: 'number' as const } : {}),
  }));
}

/** A cell as plain text. */
export function cellText(cell: TwinCell): string {
  if (isMarked(cell)) return cell.text + cell.more;
  return typeof cell === 'string' ? cell : cell.map(({ text }) => text).join(', ');
}

/** A cell as HTML, without its tags. In a frame, links open a new tab. */
export function cellHtml(cell: TwinCell, newTab: boolean): Raw {
  if (typeof cell === 'string') return markup`${cell}`;
  if (isMarked(cell)) {
    const data = Object.entries(cell.data).map(([name, value]) => markup` data-${name}="${value}"`);
    return markup`<span${data}>${cell.text}</span>${cell.more}`;
  }
  const tab = when(newTab, () => markup` target="_blank" rel="noopener"`);
  return markup`${cell.map(
    ({ text, href, name }, index) =>
      markup`${index > 0 ? ', ' : ''}<a href="${href}"${when(name !== undefined, () => markup` aria-label="${name!}"`)}${tab}>${text}</a>`,
  )}`;
}

/** A row as HTML. */
export function rowHtml({ columns }: Pick<TwinTable, 'columns'>, row: TwinRow, newTab: boolean): Raw {
  const attribute = (name: string, value: string | undefined) =>
    when(value !== undefined, () => markup` data-${name}="${value!}"`);
  const cells = row.cells.map((cell, index) => {
    const html = cellHtml(cell, newTab);
    const kind = columns[index]?.kind;
    if (kind === 'head') return markup`<th scope="row">${html}</th>`;
    return kind === 'number' ? markup`<td class="number">${html}</td>` : markup`<td>${html}</td>`;
  });
  return markup`<tr${attribute('key', row.key)}${attribute('row', row.row)}${when(row.inside, () => markup` data-inside`)}>${cells}</tr>`;
}

/** A table as HTML around its rows. */
export function tableFrame({ caption, columns, look }: Omit<TwinTable, 'rows'>, rows: readonly Raw[]): Raw {
  const head = columns.map(({ label }) => markup`<th scope="col">${label}</th>`);
  return markup`<table${when(look, () => markup` class="${look!}"`)}><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${[...rows]}</tbody></table>`;
}

/** A figure's table twin as HTML. */
export function twinHtml(tables: readonly TwinTable[], newTab: boolean): Raw {
  return markup`${tables.map((table) =>
    tableFrame(
      table,
      table.rows.map((row) => rowHtml(table, row, newTab)),
    ),
  )}`;
}
