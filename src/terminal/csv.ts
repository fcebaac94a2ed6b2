/** A table read from comma-separated values: the header and the rows, every cell as text. */
export interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads comma-separated values (RFC 4180): cells in double quotes may hold commas, line ends and doubled quotes.
 * @throws RangeError for a quote that is not closed and for a row with another number of cells than the header.
 */
export function parseCsv(text: string): Csv {
  const lines: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const input = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < input.length; i++) {
    const c = input[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (input[i + 1] === '"') cell += input[++i]!;
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''));
      lines.push(row);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (quoted) throw new RangeError('a double quote is not closed: allowed are cells with both quotes');
  if (cell !== '' || row.length > 0) lines.push([...row, cell.replace(/\r$/, '')]);
  const filled = lines.filter((each) => each.length > 1 || each[0] !== '');
  const header = filled[0] ?? [];
  filled.forEach((each, line) => {
    if (each.length !== header.length)
      throw new RangeError(
        `line ${String(line + 1)} has ${String(each.length)} cells: allowed are ${String(header.length)}, as in the header`,
      );
  });
  return { header, rows: filled.slice(1) };
}

export function formatCsv({ header, rows }: Csv): string {
  const quote = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [header, ...rows].map((row) => row.map(quote).join(',')).join('\n');
}
