import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { fatTree } from '../../../../src/model/topology/fatTree.ts';
import { wiringOf } from '../../../../src/model/topology/fromRecord.ts';
import { measure } from '../../../../src/model/topology/measure.ts';
import { nestedBlocks, reachSteps } from '../../../../src/model/topology/reach.ts';
import type { Wiring } from '../../../../src/model/topology/wiring.ts';
import { anyWiring, closWiring, linkKind } from './samples.ts';

const machine = (id: string) => {
  const record = readTopologies().find((one) => one.id === id);
  if (record?.kind !== 'machine') throw new Error(`no machine "${id}"`);
  return wiringOf(record);
};
const steps = (wiring: Wiring) =>
  reachSteps(wiring, buildTopology(wiring)).map(({ leaving, chips, bandwidth, optical }) => [
    leaving,
    chips,
    Math.round(bandwidth / 1e8) / 10,
    optical > 0.5 ? 'light' : 'copper',
  ]);

describe('bandwidth per chip against the chips it reaches', () => {
  it('ends at the switch of a server or a rack', () => {
    expect(steps(machine('hgx-h100'))).toEqual([[1, 8, 450, 'copper']]);
    expect(steps(machine('gb200-nvl72'))).toEqual([[1, 72, 900, 'copper']]);
  });

  it('stays level where switches above carry as much as those below, and turns to light', () => {
    expect(steps(machine('atlas-900-a3-superpod'))).toEqual([
      [1, 8, 392, 'copper'],
      [8, 384, 392, 'light'],
    ]);
  });

  it('falls at the board and at the cabinet of an Atlas 950, by the ports that are left', () => {
    // 18 ports of 56 GB/s: seven stay on the board, seven more in the cabinet, four lead out.
    expect(steps(machine('atlas-950-superpod-8192'))).toEqual([
      [1, 8, 18 * 56, 'copper'],
      [8, 64, 11 * 56, 'copper'],
      [64, 8192, 4 * 56, 'light'],
    ]);
  });

  it('falls in a torus as the surface of a block does against its volume', () => {
    const links = 100;
    expect(steps(machine('tpu-ironwood-superpod'))).toEqual([
      [1, 4, 6 * links, 'copper'],
      [4, 64, 4 * links, 'copper'],
      [64, 512, (6 * 16 * links) / 64, 'light'],
      [512, 2304, (6 * 64 * links) / 512, 'light'],
      [2304, 4608, Math.round((4 * 16 * 12 * links * 10) / 2304) / 10, 'light'],
      // Half a pod, 16 × 24 × 12, has two open faces of 16 × 24 links: 768 × 100 GB/s for 4,608 chips.
      [4608, 9216, Math.round((768 * links * 10) / 4608) / 10, 'light'],
    ]);
    expect(steps(machine('tpu-ironwood-superpod')).at(-1)![2]).toBe(16.7);
  });

  it('ends in a torus with the links that cross its middle, as many as the bisection counts', () => {
    for (const id of ['tpu-ironwood-superpod', 'tpu-v4-pod']) {
      const wiring = machine(id);
      const topology = buildTopology(wiring);
      const last = reachSteps(wiring, topology).at(-1)!;
      const { bandwidth } = measure(wiring, topology).bisection;
      expect(last.leaving).toBe(topology.npuCount / 2);
      expect(last.bandwidth * last.leaving).toBeCloseTo(bandwidth, 0);
    }
  });

  it('shows the oversubscription of a fat tree', () => {
    const shape = [8, 8];
    const tree = {
      ...closWiring(shape, fatTree(shape, [linkKind('leaf'), linkKind('spine')], 4)),
      boardBlock: [8, 1],
    };
    const [inside, outside] = reachSteps(tree, buildTopology(tree));
    expect(inside!.bandwidth / outside!.bandwidth).toBeCloseTo(4, 9);
  });

  it('never rises, reaches every chip, and never exceeds what a chip has', () => {
    fc.assert(
      fc.property(anyWiring, (wiring) => {
        const topology = buildTopology(wiring);
        if (topology.npuCount < 2) return;
        const found = reachSteps(wiring, topology);
        expect(found.at(-1)!.chips).toBe(topology.npuCount);
        expect(found[0]!.leaving).toBe(1);
        let own = 0;
        for (let link = 0; link < topology.linkCount; link++)
          if (topology.ends[2 * link]! < topology.npuCount) own += topology.bandwidth[link]!;
        for (const [i, step] of found.entries()) {
          expect(step.bandwidth).toBeLessThanOrEqual((own / topology.npuCount) * (1 + 1e-9));
          expect(step.optical).toBeGreaterThanOrEqual(0);
          expect(step.optical).toBeLessThanOrEqual(1);
          if (i === 0) continue;
          expect(step.bandwidth).toBeLessThanOrEqual(found[i - 1]!.bandwidth);
          expect(step.leaving).toBe(found[i - 1]!.chips);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is never below the narrowest cut around a group, and meets it in every small machine of switches', () => {
    const trees = [
      closWiring([2, 2], fatTree([2, 2], [linkKind('leaf'), linkKind('spine')])),
      closWiring([2, 2], fatTree([2, 2], [linkKind('leaf'), linkKind('spine')], 2)),
    ].map((wiring) => ({ ...wiring, boardBlock: wiring.shape.map((size, d) => (d === 0 ? size : 1)) }));
    for (const wiring of trees) {
      const topology = buildTopology(wiring);
      for (const { leaving, bandwidth } of reachSteps(wiring, topology)) {
        // Groups of like chips: the cut around the first is the cut around each.
        expect(narrowestCut(topology, leaving) / leaving).toBeCloseTo(bandwidth, 3);
      }
    }
  });

  it('takes groups one inside the other', () => {
    expect(nestedBlocks(machine('tpu-v4-pod')).map((block) => block.join('×'))).toEqual([
      '1×1×1',
      '2×2×1',
      '4×4×4',
      '8×8×8',
      '16×8×8',
      '16×16×8',
      '16×16×16',
    ]);
  });
});

/** Bandwidth one way of the narrowest cut between the first chips and the rest, every switch tried on either side. */
function narrowestCut(topology: ReturnType<typeof buildTopology>, chips: number): number {
  const { npuCount, switchCount, linkCount, ends, bandwidth } = topology;
  let least = Infinity;
  for (let side = 0; side < 1 << switchCount; side++) {
    const inside = (node: number) =>
      node < npuCount ? node < chips : ((side >> (node - npuCount)) & 1) === 1;
    let cut = 0;
    for (let link = 0; link < linkCount; link++)
      if (inside(ends[2 * link]!) && !inside(ends[2 * link + 1]!)) cut += bandwidth[link]!;
    least = Math.min(least, cut);
  }
  return least;
}
