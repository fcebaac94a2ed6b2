const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in HTML, between tags or inside a quoted attribute. */
export function escapeHtml(text: string | number): string {
  return String(text).replace(/[&<>"]/g, (character) => entities[character]!);
}

/** HTML from a template whose places are escaped; arrays are joined, and what `raw` marks is kept as it is. */
export function markup(
  strings: TemplateStringsArray,
  ...places: readonly (Raw | Raw[] | string | number)[]
): Raw {
  const text = strings.reduce((sum, part, index) => sum + print(places[index - 1] ?? '') + part);
  return { html: text };
}

/** Text that already is HTML. */
export interface Raw {
  readonly html: string;
}

function print(place: Raw | Raw[] | string | number): string {
  if (Array.isArray(place)) return place.map(print).join('');
  return typeof place === 'object' ? place.html : escapeHtml(place);
}

/** Nothing, or the HTML where the condition holds. */
export function when(condition: unknown, content: () => Raw): Raw {
  return condition ? content() : { html: '' };
}
