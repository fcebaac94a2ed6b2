import { formatNumber } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import type { Around, Explored } from './explored.ts';
import { nodeName, partName } from './naming.ts';

const hopsText = (say: Phrases, hops: number): string =>
  say(hops === 1 ? 'hop' : 'hops', { count: formatNumber(hops) });
const waysText = (say: Phrases, count: number): string =>
  say(count === 1 ? 'way' : 'ways', { count: formatNumber(count) });

/** `2 hops around, 6 ways`, or that nothing leads around. */
export const aroundText = (say: Phrases, { way, count }: Around): string =>
  way
    ? say('around', { hops: hopsText(say, way.links.length), ways: waysText(say, count) })
    : say('no-way-around');

/** Nanoseconds as a reader reads them: `150 ns`, `1.2 µs`. */
export const timeText = (seconds: number): string =>
  seconds < 999.5e-9
    ? `${formatNumber(Math.round(seconds * 1e9))}\u00a0ns`
    : `${formatNumber(Number((seconds * 1e6).toPrecision(3)))}\u00a0µs`;

/** `56 GB/s`, one direction. */
export const rateText = (bytesPerSecond: number): string =>
  `${formatNumber(Number((bytesPerSecond / 1e9).toPrecision(4)))}\u00a0GB/s`;

/** What the machine as it stands does with the message from one chip to the other, in a sentence or two. */
export function wayText(say: Phrases, { machine, values, ways, ...ends }: Explored): string {
  const [from, to] = [nodeName(say, machine, ends.from), nodeName(say, machine, ends.to)];
  if (ways.none !== null)
    return say(`none.${ways.none}`, { from, to, chip: ways.none === 'from' ? from : to });
  const [first] = ways.paths;
  if (!first) return say('same', { from });
  const hops = first.links.length;
  const now = say('now', {
    from,
    to,
    hops: hopsText(say, hops),
    time: timeText(first.latency),
    rate: rateText(first.bandwidth),
    ways: say(`ways-of.${values.routing}`, { ways: waysText(say, ways.count) }),
  });
  const before = ways.whole?.links.length ?? hops;
  return before === hops
    ? now
    : `${say('detour', { before: hopsText(say, before), hops: hopsText(say, hops) })} ${now}`;
}

/** What is lost and who is cut off, in sentences; empty where nothing has failed. */
export function lossText(say: Phrases, { machine, failures, breakage, around }: Explored): string {
  if (failures.length === 0) return say('whole');
  const { npusDown, switchesDown, linksDown, cutOff } = breakage;
  const links = linksDown.reduce((sum, each) => sum + each, 0);
  const all = machine.topology.linkCount / 2;
  const cut = around.map(({ part, way, count }) =>
    way
      ? say('around-link', {
          link: partName(say, machine, part),
          hops: hopsText(say, way.links.length),
          ways: waysText(say, count),
        })
      : say('no-way-around-link', { link: partName(say, machine, part) }),
  );
  const many = (count: number, one: string, more: string) =>
    count === 0 ? [] : [say(count === 1 ? one : more, { count: formatNumber(count) })];
  const parts = [
    say('lost-links', { links: formatNumber(links), all: formatNumber(all) }),
    ...many(npusDown, 'lost-chip', 'lost-chips'),
    ...many(switchesDown, 'lost-switch', 'lost-switches'),
  ];
  return [say('lost', { parts: parts.join(', ') }), ...cut.slice(0, 3), cutOffText(say, cutOff)].join(' ');
}

/** `Cut off: 64 chips.`, or that nobody is. */
export const cutOffText = (say: Phrases, chips: number): string =>
  say(chips === 0 ? 'cut-off-none' : chips === 1 ? 'cut-off-one' : 'cut-off', { count: formatNumber(chips) });
