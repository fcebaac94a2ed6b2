import { markup, when, type Raw } from '../html.ts';
import { statusWord, type ToldStop } from './table.ts';
import type { Say } from './text.ts';

/** What follows the sentence of a stop: a second one where there is one, and its three facts. */
export function factsHtml(say: Say, stop: ToldStop): Raw {
  return markup`${when(stop.more, () => markup`<p class="flight-more">${stop.more}</p>`)}<dl><div><dt>${say('chips')}</dt><dd><b class="flight-count" data-row="${stop.id}" data-value>${stop.chips}</b> <span>${statusWord(say, stop.status)}</span></dd></div><div><dt>${say('reaches')}</dt><dd data-row="${stop.id}" data-value>${stop.reach} <span>${statusWord(say, stop.reachStatus)}</span></dd></div><div><dt>${say('way')}</dt><dd class="media-${stop.medium}">${stop.way}</dd></div></dl>`;
}
