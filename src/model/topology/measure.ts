import { bisection } from './bisection.ts';
import type { Bisection } from './bisection.ts';
import { buildTopology } from './build.ts';
import { countBisection, MAX_COUNTED_NODES } from './countBisection.ts';
import { closedFormDistances, countDistances, representativeNpus } from './distance.ts';
import type { Distances } from './distance.ts';
import { countMedia, countPorts } from './hardwareCount.ts';
import type { MediumCount, PortCount } from './hardwareCount.ts';
import type { Medium, Topology } from './topology.ts';
import type { Wiring } from './wiring.ts';

/** What a topology amounts to. */
export interface Measures {
  readonly npus: number;
  readonly switches: number;
  /** Physical links. */
  readonly links: number;
  readonly distances: Distances;
  readonly bisection: Bisection;
  readonly media: Partial<Record<Medium, MediumCount>>;
  readonly ports: PortCount;
  readonly assumptions: readonly string[];
}

/**
 * Measures a wiring: in closed form where one is exact, else by counting on its link table.
 * @param topology the table built from the same wiring, if there is one already.
 * @throws RangeError for a wiring that cannot be built or that leaves NPUs unconnected.
 */
export function measure(wiring: Wiring, topology: Topology = buildTopology(wiring)): Measures {
  const estimate = bisection(wiring);
  return {
    npus: topology.npuCount,
    switches: topology.switchCount,
    links: topology.linkCount / 2,
    distances: closedFormDistances(wiring) ?? countDistances(topology, representativeNpus(wiring)),
    bisection:
      estimate.method === 'upper bound' && topology.nodeCount <= MAX_COUNTED_NODES
        ? { bandwidth: countBisection(topology), method: 'counted' }
        : estimate,
    media: countMedia(topology),
    ports: countPorts(topology),
    assumptions: topology.assumptions,
  };
}
