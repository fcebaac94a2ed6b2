import { distanceTile } from '../../../src/model/topology/distanceTile.ts';
import { routeFinder } from '../../../src/model/topology/routeFinder.ts';
import { routeGraph, type RouteGraph } from '../../../src/model/topology/routeGraph.ts';
import { brokenMachine } from './machine.ts';
import { bytesInUse, timed, type Result } from './task.ts';

/** The project's own searches. The link table is let go of once the graph is made, as the others keep none. */
function makeGraph(): RouteGraph {
  const { topology, mask } = brokenMachine().build();
  return routeGraph(topology, mask);
}

const { task } = brokenMachine();
const before = await bytesInUse();
const graph = makeGraph();
const find = routeFinder(graph);
const route = ([from, to]: readonly [number, number]): number => find(from, to)?.length ?? 0;
route([0, 1]);
const bytes = (await bytesInUse()) - before;

const result: Result = {
  bytes,
  distances: timed(() => {
    let sum = 0;
    for (const byte of distanceTile(graph.cells, task.sources[0]!, task.sources.length)) sum += byte;
    return sum;
  }),
  routes: timed(() => task.pairs.reduce((sum, pair) => sum + route(pair), 0)),
};
console.log(JSON.stringify(result));
