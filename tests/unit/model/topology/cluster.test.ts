import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { measureCluster } from '../../../../src/model/topology/cluster.ts';
import type { Cluster } from '../../../../src/model/topology/cluster.ts';
import { countDistances } from '../../../../src/model/topology/distance.ts';
import { countPorts } from '../../../../src/model/topology/hardwareCount.ts';
import type { Wiring } from '../../../../src/model/topology/wiring.ts';
import { dimensions, linkKind } from './samples.ts';

const pod = dimensions('fullmesh:4,fullmesh:4');
const place = { on: 'interconnect', perBoard: 0 } as const;

/** A cluster, and the same machine with every link in one table. */
function both(pods: number): { cluster: Cluster; whole: Wiring } {
  const link = linkKind('leaf');
  const top = linkKind('spine');
  return {
    cluster: {
      pod,
      pods,
      assumptions: ['as drawn'],
      levels: [
        { npus: 4, switches: 2, parallel: 1, link },
        { npus: 16 * pods, switches: 3, parallel: 2, link: top },
      ],
    },
    whole: {
      ...pod,
      shape: [4, 4, pods],
      families: [
        ...pod.families,
        {
          family: 'clos',
          levels: [
            { over: [0], switches: 2, parallel: 1, link, place },
            { over: [0, 1, 2], switches: 3, parallel: 2, link: top, place },
          ],
        },
      ],
    },
  };
}

describe('a cluster described by counts', () => {
  it.each([1, 2, 3, 5])('of %i pods has the counts and distances of its whole link table', (pods) => {
    const { cluster, whole } = both(pods);
    const measures = measureCluster(cluster);
    const topology = buildTopology(whole);
    const counted = countDistances(
      topology,
      Array.from({ length: topology.npuCount }, (_, id) => id),
    );
    expect(measures.npus).toBe(topology.npuCount);
    expect(measures.switches).toBe(topology.switchCount);
    expect(measures.links).toBe(topology.linkCount / 2);
    expect(measures.ports).toEqual(countPorts(topology));
    expect(measures.distances.diameter).toBe(counted.diameter);
    expect(measures.distances.mean).toBeCloseTo(counted.mean, 10);
    expect(measures.assumptions).toEqual(['as drawn']);
  });

  it('bounds its bisection by the narrowest level', () => {
    const { cluster } = both(2);
    // Level 1 has 64 links, level 2 has 16 leaf switches × 3 × 2 = 96.
    expect(measureCluster(cluster).bisection).toEqual({ bandwidth: 32 * 50e9, method: 'upper bound' });
  });

  it('refuses levels that do not fit', () => {
    const { cluster } = both(2);
    const [leaf, spine] = cluster.levels as [Cluster['levels'][0], Cluster['levels'][0]];
    expect(() => measureCluster({ ...cluster, levels: [leaf] })).toThrow(/top level joins 4 NPUs.*all 32/);
    expect(() => measureCluster({ ...cluster, levels: [{ ...leaf, npus: 5 }, spine] })).toThrow(
      /joined by level 1 are 5/,
    );
    expect(() => measureCluster({ ...cluster, pods: 0 })).toThrow(/number of pods is 0/);
    expect(() => measureCluster({ ...cluster, pods: 2_000_000 })).toThrow(/NPUs of the cluster is 32000000/);
  });
});
