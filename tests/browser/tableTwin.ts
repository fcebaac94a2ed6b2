import type { Locator } from 'playwright-core';

const numbers = (text: string): string[] => text.match(/\d(?:[\d,.]*\d)?/g) ?? [];

/**
 * How a figure's table twin differs from what is drawn and listed beside it. Words of the drawing carry `data-row`, the
 * row that stands for the same thing carries it too; `data-value`, on them or on the whole drawing, says that the row
 * repeats every number of the words, `data-inside` that the row is of something inside another, drawn once that is
 * opened. Of several drawings the first counts: the narrower ones leave to the words around them what they have no room
 * for.
 */
export async function twinFaults(figure: Locator): Promise<string[]> {
  const { drawn, rows } = await figure.evaluate((element) => {
    const read = (selector: string) =>
      [...element.querySelectorAll<HTMLElement>(selector)].map((one) => ({
        key: one.dataset['row']!,
        repeated: one.closest('[data-value]') !== null,
        inside: 'inside' in one.dataset,
        text:
          [...one.querySelectorAll('th, td')].map((cell) => cell.textContent).join(' | ') || one.textContent,
      }));
    const [poster, parts] = ['[data-slot="poster"] svg:first-of-type', '[data-slot="parts"]'];
    return {
      drawn: read(`${poster} [data-row], ${parts} [data-row]`),
      rows: read('[data-slot="table"] tr[data-row]'),
    };
  });
  if (rows.length === 0) return ['no row of the table is marked with data-row'];
  if (drawn.length === 0) return ['nothing drawn is marked with data-row'];
  const faults: string[] = [];
  for (const { key, text } of drawn)
    if (!rows.some((row) => row.key === key)) faults.push(`"${text}" (${key}) has no row`);
  for (const row of rows)
    if (!row.inside && !drawn.some(({ key }) => key === row.key)) faults.push(`row ${row.key} is not drawn`);
  for (const { key, text } of drawn.filter(({ repeated }) => repeated)) {
    const row = rows.filter((one) => one.key === key).map((one) => one.text).join(' | '); // prettier-ignore
    const missing = numbers(text).filter((number) => !numbers(row).includes(number));
    if (missing.length > 0) faults.push(`"${text}" (${key}) has ${missing.join(', ')}; its row: "${row}"`);
  }
  return faults;
}
