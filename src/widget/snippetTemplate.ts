import { queryText } from './parameter.ts';

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Fills the places of an embed code with a state: `{query}` with the query of an address inside an attribute,
 * `{attributes}` with the attributes of an element.
 */
export function fillSnippet(template: string, query: URLSearchParams): string {
  const text = queryText(query);
  const attributes = [...query].map(([key, value]) => ` ${key}="${attribute(value)}"`).join('');
  return template
    .replaceAll('{query}', () => (text ? `?${attribute(text)}` : ''))
    .replaceAll('{attributes}', () => attributes);
}
