/** A table of the page as plain text: its caption, its header cells, and its rows. */
export interface PlainTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** A cell without what only the reader's day adds to it: a file is read on other days. */
function recorded(cell: HTMLTableCellElement): Element {
  if (!cell.querySelector('[data-told]')) return cell;
  const copy = cell.cloneNode(true) as Element;
  for (const one of copy.querySelectorAll('[data-told]')) one.remove();
  return copy;
}

/** Reads the tables inside an element; the first row gives the header cells. */
export function readTables(element: ParentNode): PlainTable[] {
  return [...element.querySelectorAll('table')].map((table) => {
    const [head = [], ...rows] = [...table.rows].map((row) =>
      [...row.cells].map((cell) => clean(recorded(cell).textContent)),
    );
    return { caption: clean(table.caption?.textContent), head, rows };
  });
}

const field = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Tables as CSV (RFC 4180), an empty line between two; `notes` stand before them as lines that begin with `#`. */
export function csvText(tables: readonly PlainTable[], notes: readonly string[]): string {
  const blocks = tables.map((table) =>
    [table.head, ...table.rows].map((row) => row.map(field).join(',')).join('\r\n'),
  );
  const lines = notes.map((note) => `# ${clean(note)}`).join('\r\n');
  return [lines, ...blocks].filter(Boolean).join('\r\n\r\n') + '\r\n';
}

/** Each row of a table as an object whose keys are the header cells. */
export function tableRecords(table: PlainTable): Record<string, string>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.head.map((key, column) => [key, row[column] ?? ''])),
  );
}
