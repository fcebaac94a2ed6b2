import type { PublishedComparison } from '../../data/schema/topology.ts';
import { bundleLinks } from './bundle.ts';
import { layOutClos } from './clos.ts';
import { layOut } from './layout.ts';
import type { Measures } from './measure.ts';
import type { Topology } from './topology.ts';
import type { Wiring } from './wiring.ts';

/** One published figure beside what the generated graph has. */
export interface PublishedCheck {
  readonly label: string;
  readonly published: number;
  readonly modelled: number;
  /** Relative to the published figure. */
  readonly difference: number;
  readonly tolerance: number;
  readonly agrees: boolean;
  readonly reason: string;
  readonly sources: readonly string[];
}

/**
 * Compares a machine's graph with published figures. Where a comparison names tiers it counts their links, cables and
 * switches alone.
 * @throws RangeError for a tier the machine does not have.
 */
export function compareWithPublished(
  wiring: Wiring,
  topology: Topology,
  measures: Measures,
  comparisons: readonly PublishedComparison[],
): PublishedCheck[] {
  return comparisons.map((comparison) => {
    for (const tier of comparison.tiers)
      if (!topology.tiers.includes(tier))
        throw new RangeError(
          `${comparison.label}: "${tier}" is no tier: allowed are ${topology.tiers.join(', ')}`,
        );
    const modelled = comparison.scale * count(wiring, topology, measures, comparison);
    return judge(comparison, modelled);
  });
}

/** The same for a cluster, whose figures come from its measures alone. */
export function compareClusterWithPublished(
  measures: Measures,
  comparisons: readonly PublishedComparison[],
): PublishedCheck[] {
  return comparisons.map((comparison) => {
    if (comparison.measure !== 'npus' && comparison.measure !== 'switches')
      throw new RangeError(`${comparison.label}: of a cluster only npus and switches are compared`);
    return judge(comparison, comparison.scale * measures[comparison.measure]);
  });
}

function judge(comparison: PublishedComparison, modelled: number): PublishedCheck {
  const { label, published, tolerance, sources, reason = '' } = comparison;
  const difference = (modelled - published) / published;
  // A hair's breadth for figures whose decimals binary numbers cannot hold.
  const agrees = Math.abs(difference) <= tolerance + 1e-9;
  return { label, published, modelled, difference, tolerance, agrees, reason, sources };
}

function count(
  wiring: Wiring,
  topology: Topology,
  measures: Measures,
  { measure, tiers }: PublishedComparison,
): number {
  const { ends, bandwidth, tier, medium, media, length, linksPerCable, npuCount, linkCount, place } =
    topology;
  const wanted = new Set(tiers.map((name) => topology.tiers.indexOf(name)));
  const counted = (link: number): boolean => wanted.size === 0 || wanted.has(tier[link]!);
  /** Sum over the physical links of the wanted tiers. */
  const sum = (of: (link: number) => number): number => {
    let total = 0;
    for (let link = 0; link < linkCount; link += 2) if (counted(link)) total += of(link);
    return total;
  };
  const cables = (link: number): number =>
    media[medium[link]!] === 'board' ? 0 : 1 / linksPerCable[tier[link]!]!;
  switch (measure) {
    case 'npus':
      return npuCount;
    case 'switches':
      return wanted.size === 0
        ? measures.switches
        : switchLevels(wiring, tiers).reduce((a, l) => a + l.switches, 0);
    case 'links':
      return sum(() => 1);
    case 'cables':
      return sum(cables);
    case 'optical-modules':
      return 2 * sum((link) => (media[medium[link]!] === 'optical' ? cables(link) : 0));
    case 'optical-capacity-both-ends':
      return 2 * sum((link) => (media[medium[link]!] === 'optical' ? bandwidth[link]! : 0));
    case 'share-of-cables': {
      let all = 0;
      for (let link = 0; link < linkCount; link += 2) all += cables(link);
      return sum(cables) / all;
    }
    case 'cable-metres':
      return sum((link) => length[link]! * cables(link));
    case 'npu-bandwidth-one-way':
    case 'aggregate-bandwidth-both-ways': {
      let out = 0;
      for (let link = 0; link < linkCount; link++)
        if (ends[2 * link]! < npuCount && counted(link)) out += bandwidth[link]!;
      return measure === 'npu-bandwidth-one-way' ? out / npuCount : 2 * out;
    }
    case 'bisection-both-ways':
      return 2 * measures.bisection.bandwidth;
    case 'ports-of-a-switch':
      return Math.max(...switchLevels(wiring, tiers).map((level) => level.ports));
    case 'cabinet-trunks':
      return bundleLinks(topology, place.cabinet).filter(
        ({ from, to, tier: t }) => from !== to && (wanted.size === 0 || wanted.has(t)),
      ).length;
    case 'compute-cabinets':
      return place.computeCabinetCount;
    case 'interconnect-cabinets':
      return place.cabinetCount - place.computeCabinetCount;
  }
}

/** Switches reached by the links of the named tiers from below, and the ports each has in use. */
function switchLevels(wiring: Wiring, tiers: readonly string[]): { switches: number; ports: number }[] {
  return layOut(wiring).parts.flatMap(({ family }) => {
    if (family.family !== 'clos') return [];
    const levels = layOutClos(wiring.shape, family);
    return levels.flatMap(({ groups, perGroup, links }, l) => {
      if (tiers.length && !tiers.includes(family.levels[l]!.link.tier)) return [];
      const switches = groups * perGroup;
      return [{ switches, ports: links / switches + (levels[l + 1]?.linksPerChild ?? 0) }];
    });
  });
}
