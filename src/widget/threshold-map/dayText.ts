import { formatDate } from '../../encoding/date.ts';
import type { Phrases } from '../phrases.ts';
import type { MapState } from './drawing.ts';
import { forms } from './parts.ts';

/** What a day brings, as it is spoken: how many chips stand how, and which stand otherwise than before. */
export function dayText(say: Phrases, before: MapState, now: MapState): string {
  const count = (form: string) => now.chips.filter((one) => one.form === form).length;
  const stood = new Map(before.chips.map(({ id, form }) => [id, form]));
  const names = (all: MapState['chips']) => all.map(({ name }) => name).join(', ');
  const moved = forms.flatMap((form) => {
    const come = now.chips.filter((one) => one.form === form && (stood.get(one.id) ?? form) !== form);
    return come.length > 0 ? [say(`moved.${form}`, { names: names(come) })] : [];
  });
  const fresh = now.chips.filter(({ id }) => !stood.has(id));
  return [
    say('said', { date: formatDate(now.day), listed: count('listed'), outside: count('outside'), letter: count('letter'), open: count('open') }), // prettier-ignore
    ...moved,
    fresh.length > 0 ? say('moved.fresh', { names: names(fresh) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
