import { layOutClos } from './clos.ts';
import { layOutDragonfly } from './dragonfly.ts';
import { countFamily } from './layout.ts';
import type { Wiring } from './wiring.ts';

/** Physical links of every tier of a wiring by its name, counted in closed form. */
export function linksOfTiers(wiring: Wiring): Map<string, number> {
  const { shape } = wiring;
  const links = new Map<string, number>();
  const add = (name: string, count: number) => links.set(name, (links.get(name) ?? 0) + count);
  for (const family of wiring.families) {
    if (family.family === 'clos')
      layOutClos(shape, family).forEach((level, l) => add(family.levels[l]!.link.tier, level.links));
    else if (family.family === 'dragonfly') {
      const { npuLinks, localLinks, globalLinks } = layOutDragonfly(shape, family);
      add(family.npuLink.tier, npuLinks);
      add(family.localLink.tier, localLinks);
      add(family.globalLink.tier, globalLinks);
    } else add(family.link.tier, countFamily(shape, family).links);
  }
  return links;
}
