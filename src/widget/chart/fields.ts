export type Field = HTMLInputElement | HTMLSelectElement;

/** The fields of some places. */
export const fieldsIn = (places: readonly HTMLElement[]): Field[] =>
  places.flatMap((place) => [...place.querySelectorAll<Field>('input, select')]);

/** What a field shows by its HTML, whatever has been typed or slid since. */
function writtenIn(field: Field): string {
  if (field instanceof HTMLInputElement) return field.getAttribute('value') ?? '';
  const options = [...field.options];
  return (options.find((one) => one.hasAttribute('selected')) ?? options[0])?.value ?? '';
}

/**
 * Has fields show what their HTML says: a field keeps what a reader typed or slid and does not follow its attribute.
 * What was typed before anything was written stays until the HTML says something else, so that it is still heard.
 */
export function fieldKeeper(places: readonly HTMLElement[]): () => void {
  const rested = new WeakMap(fieldsIn(places).map((field) => [field, writtenIn(field)]));
  let first = true;
  return () => {
    for (const field of fieldsIn(places)) {
      const wanted = writtenIn(field);
      if (first && rested.get(field) === wanted) continue;
      if (field.value !== wanted) field.value = wanted;
    }
    first = false;
  };
}

/** Keeps an entry that cannot be used in its field, with a note beside it on what can. */
export function markWrong(field: Field, text: string, note: string, id: string): void {
  const place = field.ownerDocument.createElement('em');
  place.id = id;
  place.className = 'check-wrong';
  place.textContent = note;
  field.value = text;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
  field.closest('label')?.after(place);
}
