import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { composeDimensions, parseDimensions } from '../../../../src/model/topology/dimension.ts';
import { maskFailures, type Failure } from '../../../../src/model/topology/failure.ts';
import { shortestPath } from '../../../../src/model/topology/route.ts';
import { routeFinder } from '../../../../src/model/topology/routeFinder.ts';
import { routeGraph } from '../../../../src/model/topology/routeGraph.ts';

const link = [{ bandwidth: 50e9, latency: 1e-6 }];
const built = (list: string) => buildTopology(composeDimensions(parseDimensions(list), link));
const machines = [
  'ring:9',
  'fullmesh:4,fullmesh:4,fullmesh:4',
  'torus:4x3,switch:2',
  'switch:8,switch:3',
  'fullmesh:8,ring:5',
];

describe.each(machines)('%s', (list) => {
  const topology = built(list);
  const { npuCount, nodeCount, linkCount, ends } = topology;
  const failure = fc.oneof(
    fc
      .nat(linkCount - 1)
      .map((index): Failure => ({ kind: 'link', from: ends[2 * index]!, to: ends[2 * index + 1]! })),
    fc.nat(nodeCount - 1).map((index): Failure => ({ kind: 'node', index })),
  );

  test('finds the very routes that a search link by link finds, whatever has failed', () => {
    fc.assert(
      fc.property(fc.array(failure, { maxLength: 6 }), (failures) => {
        const mask = maskFailures(topology, failures);
        const find = routeFinder(routeGraph(topology, mask));
        for (let from = 0; from < npuCount; from += 2)
          for (let to = 0; to < npuCount; to++) {
            const path = mask.nodes[to] ? undefined : shortestPath(topology, from, to, mask);
            expect(find(from, to)).toEqual(path?.links);
          }
      }),
      { numRuns: 20 },
    );
  });
});

test('names what is no NPU', () => {
  const find = routeFinder(routeGraph(built('switch:8')));
  expect(() => find(0, 8)).toThrow(/to.*8.*7/);
  expect(() => find(-1, 0)).toThrow(/from.*-1/);
});
