// Runs where the library is installed, beside task.json; see libraries.ts.
import { readFileSync } from 'node:fs';
import createGraph from 'ngraph.graph';
import path from 'ngraph.path';
import { bytesInUse, timed } from './task.ts';

const task = JSON.parse(readFileSync('task.json', 'utf8'));
const before = await bytesInUse();
const graph = createGraph({ multigraph: true });
for (let node = 0; node < task.nodeCount; node++) graph.addNode(node);
for (const [from, to] of task.cables) graph.addLink(from, to);
// Without weights its search in both directions is the quickest of its exact ones.
const finder = path.nba(graph);
const route = ([from, to]) => Math.max(0, finder.find(from, to).length - 1);
route([0, 1]);
const bytes = (await bytesInUse()) - before;

// It finds routes between two nodes and has no search from one to all.
console.log(
  JSON.stringify({
    bytes,
    distances: null,
    routes: timed(() => task.pairs.reduce((sum, pair) => sum + route(pair), 0)),
  }),
);
