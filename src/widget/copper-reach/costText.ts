import { formatRounded } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import { countedLinks, type Cost } from './costs.ts';

/** Failures a year in a thousand links, `18 to 35`; null where nothing was told. */
export function failuresText(say: Phrases, { failures }: Cost): string | null {
  if (!failures) return null;
  const [fewest, most] = [failures.fewest, failures.most].map((count) => formatRounded(count, 2));
  return fewest === most ? fewest! : say('from-to', { from: fewest!, to: most! });
}

/** What a medium costs in a line: what is told, and then what is not. */
export function costText(say: Phrases, cost: Cost, told: string): string {
  const failures = failuresText(say, cost);
  const known = [
    cost.power && say('cost.power', { power: cost.power.text }),
    cost.price && say('cost.price', { price: cost.price.text }),
    failures && say('cost.failures', { failures, links: countedLinks }),
  ];
  const names = ['power', 'price', 'failures'];
  const missing = names.filter((_, i) => !known[i]).join('-');
  return [...known.filter(Boolean), ...(missing ? [say(`${told}.${missing}`)] : [])].join('; ');
}
