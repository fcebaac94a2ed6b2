import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allDistances,
  distancePicture,
  OUT_OF_SERVICE,
} from '../../../../src/model/topology/allDistances.ts';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { distanceGraph } from '../../../../src/model/topology/distanceGraph.ts';
import { CUT_OFF } from '../../../../src/model/topology/distanceTile.ts';
import type { FailureMask } from '../../../../src/model/topology/failure.ts';
import { maskFailures } from '../../../../src/model/topology/failure.ts';
import { hopsFrom } from '../../../../src/model/topology/hops.ts';
import type { Topology } from '../../../../src/model/topology/topology.ts';
import { anyWiring, dimensions } from './samples.ts';

function run<Value>(steps: Generator<unknown, Value, void>): Value {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same by one search from every NPU. */
function oneByOne(topology: Topology, mask?: FailureMask): Uint8Array {
  const { npuCount } = topology;
  return Uint8Array.from({ length: npuCount ** 2 }, (_, at) => {
    const hops = hopsFrom(topology, at % npuCount, mask)[Math.floor(at / npuCount)]!;
    return hops < 0 ? CUT_OFF : hops;
  });
}

/** A topology with some of its nodes and links out of service. */
const broken = fc.tuple(anyWiring, fc.infiniteStream(fc.nat({ max: 9 }))).map(([wiring, dice]) => {
  const topology = buildTopology(wiring);
  const roll = () => (dice.next().value === 0 ? 1 : 0);
  const mask = {
    nodes: Uint8Array.from({ length: topology.nodeCount }, roll),
    links: new Uint8Array(topology.linkCount),
  };
  for (let link = 0; link < topology.linkCount; link += 2) mask.links.fill(roll(), link, link + 2);
  return { topology, mask };
});

describe('distances between all pairs', () => {
  it('are those of one search from every NPU, whole and broken', () => {
    fc.assert(
      fc.property(broken, ({ topology, mask }) => {
        expect(run(allDistances(topology))).toEqual(oneByOne(topology));
        expect(run(allDistances(topology, mask))).toEqual(oneByOne(topology, mask));
      }),
      { numRuns: 60 },
    );
  });

  it('are found in a graph in which switches over the same places are one', () => {
    const { npuCount, cellCount } = distanceGraph(buildTopology(dimensions('switch:8,fullmesh:4')));
    expect([npuCount, cellCount]).toEqual([32, 36]);
    const planes = { ...dimensions('switch:6'), families: [] as never[] };
    const [family] = dimensions('switch:6').families;
    if (family?.family !== 'clos') throw new Error('a switch is a Clos');
    const seven = { ...family, levels: [{ ...family.levels[0]!, switches: 7 }] };
    const topology = buildTopology({ ...planes, families: [seven] });
    expect(distanceGraph(topology).cellCount).toBe(7);
    const mask = maskFailures(topology, [{ kind: 'link', from: 2, to: 8 }]);
    expect(distanceGraph(topology, mask).cellCount).toBe(8);
  });

  it('work in tiles that tell how far they are', () => {
    const seen = [...allDistances(buildTopology(dimensions('fullmesh:40,fullmesh:40')))];
    expect(seen.map(({ done }) => done)).toEqual([512, 1024, 1536, 1600]);
    expect(seen.every(({ total }) => total === 1600)).toBe(true);
  });

  it('refuse a way that no byte tells, and a machine that no memory holds', () => {
    expect(() => run(allDistances(buildTopology(dimensions('ring:512'))))).toThrow(
      /a way has 255 hops: allowed are up to 254/,
    );
    const large = buildTopology(dimensions('switch:16385'));
    expect(() => run(allDistances(large))).toThrow(/number of NPUs is 16385: allowed are/);
  });
});

describe('the picture of all distances', () => {
  it('has the most hops of each square, and counts every pair', () => {
    const topology = buildTopology(dimensions('fullmesh:4,ring:6'));
    const { side, pixels, pairs, cutOff } = run(distancePicture(topology, 6));
    const all = oneByOne(topology);
    const square = (x: number, y: number) =>
      Math.max(...Array.from({ length: 16 }, (_, i) => all[(4 * y + (i >> 2)) * 24 + 4 * x + (i & 3)]!));
    expect([...pixels]).toEqual(Array.from({ length: 36 }, (_, i) => square(i % 6, Math.floor(i / 6))));
    expect([side, cutOff]).toEqual([6, 0]);
    expect(pairs).toEqual(
      Array.from({ length: 5 }, (_, hops) =>
        hops === 0 ? 0 : all.reduce((sum, each) => sum + Number(each === hops), 0),
      ),
    );
  });

  it('tells what is cut off from what has failed', () => {
    const topology = buildTopology(dimensions('ring:8'));
    const mask = maskFailures(topology, [
      { kind: 'node', index: 0 },
      { kind: 'link', from: 2, to: 3 },
    ]);
    const { pixels, cutOff } = run(distancePicture(topology, 64, mask));
    expect(pixels[0]).toBe(OUT_OF_SERVICE);
    expect(pixels[8 * 1 + 7]).toBe(CUT_OFF);
    expect(pixels[8 * 1 + 2]).toBe(1);
    expect(cutOff).toBe(2 * 2 * 5);
  });
});
