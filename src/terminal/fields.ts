import { formatTable, numberText } from './table.ts';

/** An answer as it is printed: names and values, lists and parts. */
export interface Fields {
  readonly [name: string]: Value;
}
type Value = string | number | boolean | null | readonly Value[] | Fields;

/** Fields as readable text: a row each, parts and lists with a heading. */
export function formatFields(fields: Fields): string {
  const rows: [string, string][] = [];
  const parts: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const label = name.replaceAll('_', ' ');
    if (Array.isArray(value)) {
      if (value.length > 0) parts.push(`${label}\n${value.map(formatItem).join('\n')}`);
    } else if (typeof value === 'object' && value !== null)
      parts.push(`${label}\n${formatFields(value as Fields)}`);
    else rows.push([label, formatValue(value as string | number | boolean | null)]);
  }
  return [formatTable(rows), ...parts].filter((part) => part !== '').join('\n\n');
}

function formatItem(value: Value): string {
  if (typeof value !== 'object' || value === null) return `- ${formatValue(value)}`;
  return `- ${Object.entries(value)
    .map(
      ([name, each]) =>
        `${name.replaceAll('_', ' ')} ${formatValue(each as string | number | boolean | null)}`,
    )
    .join(', ')}`;
}

function formatValue(value: string | number | boolean | null): string {
  if (value === null) return 'not stated';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? numberText(value) : value;
}
