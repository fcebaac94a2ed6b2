/**
 * Ties words of a drawing to the row of the table twin that stands for the same thing.
 * @param row value of `data-row` on the row; nothing is marked where it is undefined
 * @param repeated the row repeats every number of the words, which `data-value` says
 */
export function rowMark(row: string | undefined, repeated: boolean): string {
  return row === undefined ? '' : ` data-row="${row}"${repeated ? ' data-value=""' : ''}`;
}
