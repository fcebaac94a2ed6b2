import { formatNumber, formatRounded } from '../../encoding/format.ts';
import type { DistancePicture } from '../../model/topology/allDistances.ts';
import { markup, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import type { Explored } from './explored.ts';

/** The distances between all pairs: not asked for, on their way, or found; of which failures of which machine. */
export type Distances =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly of: string; readonly share: number }
  | { readonly state: 'found'; readonly of: string; readonly picture: DistancePicture };

/** What distances are of: they are not those of another machine or of other failures. */
export const distancesKey = ({ values }: Pick<Explored, 'values'>): string =>
  `${values.system} ${values.failed}`;

/** Pixels across the picture of all pairs. */
export const pictureSide = 256;

/** Shares of the pairs at each number of hops, in words. */
export function spreadText(say: Phrases, { pairs, cutOff }: DistancePicture): string {
  const all = pairs.reduce((sum, each) => sum + each, 0) + cutOff;
  const told = pairs.flatMap((count, hops) =>
    count === 0
      ? []
      : say('distances.share', {
          hops: say(hops === 1 ? 'hop' : 'hops', { count: formatNumber(hops) }),
          share: shareText(count / all),
        }),
  );
  const mean = pairs.reduce((sum, each, hops) => sum + each * hops, 0) / Math.max(1, all - cutOff);
  return [
    say('distances.spread', { shares: told.join(', ') }),
    say('distances.mean', { mean: formatNumber(Number(mean.toFixed(2))) }),
    cutOff > 0 ? say('distances.cut-off', { pairs: formatNumber(cutOff) }) : say('distances.all-reach'),
  ].join(' ');
}

const shareText = (share: number): string =>
  share < 0.0005 ? '<\u00a00.1\u00a0%' : `${formatRounded(share * 100)}\u00a0%`;

/** The button, how far it is, and the picture with its words. */
export function distancesHtml(say: Phrases, explored: Explored, distances: Distances): Raw {
  const current = distances.state !== 'none' && distances.of === distancesKey(explored) ? distances : null;
  const button = (verb: string) =>
    markup`<div class="words" role="group" aria-label="${say('distances.title')}"><button type="button" data-do="${verb}">${say(`act.${verb}`)}</button></div>`;
  if (!current)
    return markup`<p>${say('distances.ask', { pairs: formatNumber(explored.machine.topology.npuCount ** 2) })}</p>${button('distances')}`;
  if (current.state === 'running')
    return markup`<p><progress max="100" value="${Math.round(current.share * 100)}" aria-label="${say('distances.title')}"></progress> ${Math.round(current.share * 100)}\u00a0%</p>${button('cancel')}`;
  const { side } = current.picture;
  const spread = spreadText(say, current.picture);
  return markup`<canvas class="explorer-distances" width="${side}" height="${side}" role="img" aria-label="${spread}"></canvas><p class="figure-muted">${say('distances.key')}</p><p>${spread}</p>`;
}
