import type { Bisection } from './bisection.ts';
import { buildTopology } from './build.ts';
import type { Distances } from './distance.ts';
import { representativeNpus } from './distance.ts';
import type { MediumCount } from './hardwareCount.ts';
import { hopsFrom } from './hops.ts';
import { measure } from './measure.ts';
import type { Measures } from './measure.ts';
import { requireInteger } from './range.ts';
import type { Medium, Topology } from './topology.ts';
import { checkLinkKind } from './wiring.ts';
import type { LinkKind, Wiring } from './wiring.ts';

/** Most NPUs of a cluster that is described by counts alone. */
export const MAX_CLUSTER_NPUS = 16_777_216;

/** One level of scale-out switches over consecutive NPUs. */
export interface ScaleOutLevel {
  /** NPUs that one subtree of this level joins; a multiple of the level below. */
  readonly npus: number;
  /** Switches of this level that each node below is joined to, with `parallel` links each. */
  readonly switches: number;
  readonly parallel: number;
  readonly link: LinkKind;
}

/** Machines of one kind joined by a tree of scale-out switches to which every NPU has its own links. */
export interface Cluster {
  readonly pod: Wiring;
  readonly pods: number;
  readonly levels: readonly ScaleOutLevel[];
  readonly assumptions: readonly string[];
}

interface CountedLevel extends ScaleOutLevel {
  readonly switchCount: number;
  readonly links: number;
}

function countLevels(cluster: Cluster, podNpus: number): CountedLevel[] {
  const npus = requireInteger('NPUs of the cluster', podNpus * cluster.pods, 1, MAX_CLUSTER_NPUS);
  let children = npus;
  let below = 1;
  let perGroup = 1;
  const counted = cluster.levels.map((level, l) => {
    checkLinkKind(level.link);
    requireInteger(`switches of level ${String(l + 1)}`, level.switches, 1, MAX_CLUSTER_NPUS);
    requireInteger(`parallel links of level ${String(l + 1)}`, level.parallel, 1, MAX_CLUSTER_NPUS);
    if (level.npus % below || npus % level.npus || (level.npus % podNpus && podNpus % level.npus))
      throw new RangeError(
        `NPUs joined by level ${String(l + 1)} are ${String(level.npus)}: allowed are divisors of the cluster's ${String(npus)} that are multiples of the level below (${String(below)}) and fit whole pods of ${String(podNpus)}`,
      );
    perGroup *= level.switches;
    const links = children * level.switches * level.parallel;
    children = (npus / level.npus) * perGroup;
    below = level.npus;
    return { ...level, switchCount: children, links };
  });
  if (below !== npus)
    throw new RangeError(
      `the top level joins ${String(below)} NPUs: allowed is all ${String(npus)} of the cluster`,
    );
  return counted;
}

/**
 * Measures a cluster of up to MAX_CLUSTER_NPUS without a link table for it: the pod is built and counted, the scale-out
 * levels are counted in closed form. Distances inside a pod are the shorter of the two networks (or of both in turn),
 * found on one pod; between pods they are two hops for every level up to the one that joins them.
 * @throws RangeError for levels that do not fit the pods or each other.
 */
export function measureCluster(cluster: Cluster): Measures {
  const topology = buildTopology(cluster.pod);
  const pod = measure(cluster.pod, topology);
  requireInteger('number of pods', cluster.pods, 1, MAX_CLUSTER_NPUS);
  const levels = countLevels(cluster, pod.npus);
  const media: Partial<Record<Medium, MediumCount>> = {};
  const add = (medium: Medium, count: MediumCount, times: number): void => {
    const sum = (media[medium] ??= { links: 0, cables: 0, metres: 0, linksOfKnownLength: 0 });
    sum.links += count.links * times;
    sum.cables += count.cables * times;
    sum.metres += count.metres * times;
    sum.linksOfKnownLength += count.linksOfKnownLength * times;
  };
  for (const [medium, count] of Object.entries(pod.media)) add(medium as Medium, count, cluster.pods);
  let switchPorts = pod.ports.switchPorts * cluster.pods;
  levels.forEach(({ links, link }, l) => {
    const cables = link.medium === 'board' ? 0 : Math.ceil(links / link.linksPerCable);
    const metres = (links / link.linksPerCable) * link.length;
    add(link.medium, { links, cables, metres, linksOfKnownLength: link.length ? links : 0 }, 1);
    switchPorts += l === 0 ? links : 2 * links;
  });
  return {
    npus: pod.npus * cluster.pods,
    switches: pod.switches * cluster.pods + levels.reduce((sum, level) => sum + level.switchCount, 0),
    links: pod.links * cluster.pods + levels.reduce((sum, level) => sum + level.links, 0),
    distances: clusterDistances(cluster, topology, levels),
    bisection: clusterBisection(cluster, pod, levels),
    media,
    ports: {
      npuPorts: pod.ports.npuPorts * cluster.pods + levels[0]!.links,
      switchPorts,
      mostOfOneSwitch: Math.max(pod.ports.mostOfOneSwitch, ...levels.map((_, l) => switchPortsOf(levels, l))),
    },
    assumptions: cluster.assumptions,
  };
}

/** Ports in use on one switch of a level: links down and links up. */
function switchPortsOf(levels: readonly CountedLevel[], l: number): number {
  const own = levels[l]!;
  const above = levels[l + 1];
  return own.links / own.switchCount + (above ? above.switches * above.parallel : 0);
}

function clusterDistances(cluster: Cluster, pod: Topology, levels: readonly CountedLevel[]): Distances {
  const { npuCount } = pod;
  const npus = npuCount * cluster.pods;
  const graph = withScaleOut(
    pod,
    levels.map((level) => level.npus),
  );
  const sources = representativeNpus(cluster.pod);
  let inside = 0;
  let diameter = 0;
  for (const source of sources) {
    const hops = hopsFrom(graph, source);
    for (let id = 0; id < npuCount; id++) {
      inside += hops[id]! / sources.length;
      diameter = Math.max(diameter, hops[id]!);
    }
  }
  let sum = inside;
  let reached = npuCount;
  levels.forEach((level, l) => {
    if (level.npus <= reached) return;
    sum += 2 * (l + 1) * (level.npus - reached);
    diameter = Math.max(diameter, 2 * (l + 1));
    reached = level.npus;
  });
  return { diameter, mean: npus > 1 ? sum / (npus - 1) : 0, method: 'counted' };
}

/**
 * One pod with its part of the scale-out tree. The switches of one subtree are drawn together into a single node, which
 * leaves every distance between NPUs as it is.
 */
function withScaleOut(pod: Topology, subtrees: readonly number[]): Topology {
  const extra: number[] = [];
  let children = Array.from({ length: pod.npuCount }, (_, id) => id);
  let per = 1;
  let nodeCount = pod.nodeCount;
  for (const npus of subtrees) {
    const size = Math.min(npus, pod.npuCount);
    const parents = Array.from({ length: pod.npuCount / size }, (_, i) => nodeCount + i);
    children.forEach((child, i) => {
      const parent = parents[Math.floor((i * per) / size)]!;
      extra.push(child, parent, parent, child);
    });
    nodeCount += parents.length;
    children = parents;
    per = size;
  }
  const ends = new Uint32Array(pod.ends.length + extra.length);
  ends.set(pod.ends);
  ends.set(extra, pod.ends.length);
  return { ...pod, nodeCount, linkCount: ends.length / 2, ends };
}

/** Half of the pods against the other half, through the narrowest level. */
function clusterBisection(cluster: Cluster, pod: Measures, levels: readonly CountedLevel[]): Bisection {
  if (cluster.pods === 1) return pod.bisection;
  const narrowest = Math.min(...levels.map(({ links, link }) => links * link.bandwidth));
  const share = Math.floor(cluster.pods / 2) / cluster.pods;
  const middlePod = cluster.pods % 2 ? pod.bisection.bandwidth + narrowest / cluster.pods / 2 : 0;
  return { bandwidth: narrowest * share + middlePod, method: 'upper bound' };
}
