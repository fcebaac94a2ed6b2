import { formatNumber } from '../../encoding/format.ts';
import { markup, when, type Raw } from '../html.ts';
import type { Phrases } from '../phrases.ts';
import { rateText, timeText } from './answer.ts';
import type { Explored } from './explored.ts';
import { endsLike, linksAt, linkTo } from './linksAt.ts';
import { nodeName, partName, placeName, rangeText } from './naming.ts';
import { nodeOf, printPart, type Part } from './part.ts';
import { sequenceOf } from './partClass.ts';

/** Whether a part is out of service by itself, not because of what holds it. */
export const isFailed = ({ failures }: Explored, part: Part): boolean => {
  const names = (one: Part) =>
    one.kind === 'link' ? [one.from, one.to].sort((a, b) => a - b).join('-') : printPart(one);
  return failures.some((one) => one.kind === part.kind && names(one) === names(part));
};

/** What is told of a link: medium, rate of one direction, time, length, and how many run side by side. */
export function linkText(
  say: Phrases,
  { machine: { topology } }: Explored,
  from: number,
  to: number,
): string {
  const { link, beside } = linkTo(topology, from, to);
  const length = Number(topology.length[link]!.toPrecision(4));
  return say('link-text', {
    tier: say(`tier.${topology.tiers[topology.tier[link]!]!}`),
    medium: say(`medium.${topology.media[topology.medium[link]!]!}`),
    rate: rateText(topology.bandwidth[link]!),
    time: timeText(topology.latency[link]!),
    length: length > 0 ? say('metres', { length: formatNumber(length) }) : say('length-unknown'),
    beside: beside > 1 ? say('beside', { count: formatNumber(beside) }) : '',
  });
}

/** What is told of a board or a cabinet: the chips in it, and the links in it and out of it. */
function holderText(
  say: Phrases,
  { machine: { topology } }: Explored,
  kind: 'board' | 'cabinet',
  index: number,
): string {
  const where = topology.place[kind];
  let [inside, out] = [0, 0];
  for (let link = 0; link < topology.linkCount; link += 2) {
    const [a, b] = [where[topology.ends[2 * link]!] === index, where[topology.ends[2 * link + 1]!] === index];
    if (a && b) inside++;
    else if (a || b) out++;
  }
  let [chips, switches] = [0, 0];
  where.forEach((own, node) => {
    if (own !== index) return;
    if (node < topology.npuCount) chips++;
    else switches++;
  });
  return say('holder-text', {
    chips: formatNumber(chips),
    switches: formatNumber(switches),
    inside: formatNumber(inside),
    out: formatNumber(out),
  });
}

/** What is told of a part in a sentence. */
export function partText(say: Phrases, explored: Explored, part: Part): string {
  const { machine } = explored;
  if (part.kind === 'link') return linkText(say, explored, part.from, part.to);
  const node = nodeOf(machine.topology, part);
  if (node === null) return holderText(say, explored, part.kind as 'board' | 'cabinet', part.index);
  const links = linksAt(machine.topology, node).reduce((sum, { count }) => sum + count, 0);
  return say('node-text', { place: placeName(say, machine, node), links: formatNumber(links) });
}

/** The part picked: what it is, what hangs on it, and what can be done to it. */
export function cardHtml(say: Phrases, explored: Explored): Raw {
  const { machine, picked, mask, from, to } = explored;
  if (!picked) return markup`<p class="figure-muted">${say('nothing-picked')}</p>`;
  const { topology } = machine;
  const node = nodeOf(topology, picked);
  const { at, count } = sequenceOf(machine, picked, (a, b) => endsLike(topology, a, b));
  const rows = (node === null ? [] : linksAt(topology, node)).map(({ tier, count: links, others }) => {
    const name = topology.tiers[tier]!;
    return markup`<li data-key="${name}"><button type="button" data-links="${name}">${say(`tier.${name}`)}</button> <span>${say('links-to', { links: formatNumber(links), others: rangeText(others) })}</span></li>`;
  });
  const verb = (name: string, off = false) =>
    markup`<button type="button" data-do="${name}"${when(off, () => markup` disabled`)}>${say(`act.${name}`)}</button>`;
  const isChip = node !== null && node < topology.npuCount;
  const ends =
    picked.kind === 'link'
      ? markup`<li><button type="button" data-end="from">${say('end-from')}</button> <span>${nodeName(say, machine, picked.from)}</span></li><li><button type="button" data-end="to">${say('end-to')}</button> <span>${nodeName(say, machine, picked.to)}</span></li>`
      : markup``;
  const gone = node !== null && mask.nodes[node] === 1 && !isFailed(explored, picked);
  return markup`<p class="explorer-part-title">${partName(say, machine, picked)}</p><p>${partText(say, explored, picked)}${when(gone, () => markup` ${say('gone-with')}`)}</p><ul class="explorer-links" aria-label="${say('group.links')}">${rows}${ends}</ul><div class="words" role="group" aria-label="${say('group.part')}">${verb(isFailed(explored, picked) ? 'repair' : picked.kind === 'link' ? 'cut' : 'kill')}${when(isChip, () => markup`${verb('send-from', node === from)}${verb('send-to', node === to)}`)}${verb('let-go')}</div><div class="words explorer-step" role="group" aria-label="${say('group.step')}">${verb('previous', at <= 0)}${verb('next', at >= count - 1)}<label><span>${say('number')}</span> <input type="number" name="nth" min="1" max="${count}" step="1" inputmode="numeric" value="${at + 1}" /></label> <span class="figure-muted">${say('of', { count: formatNumber(count) })}</span></div>`;
}
