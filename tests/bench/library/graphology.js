// Runs where the library is installed, beside task.json; see libraries.ts.
import { readFileSync } from 'node:fs';
import graphology from 'graphology';
import { bidirectional, singleSourceLength } from 'graphology-shortest-path/unweighted.js';
import { bytesInUse, timed } from './task.ts';

const task = JSON.parse(readFileSync('task.json', 'utf8'));
const before = await bytesInUse();
const graph = new graphology.MultiUndirectedGraph();
for (let node = 0; node < task.nodeCount; node++) graph.addNode(node);
for (const [from, to] of task.cables) graph.addEdge(from, to);
const route = ([from, to]) => (bidirectional(graph, String(from), String(to))?.length ?? 1) - 1;
route([0, 1]);
const bytes = (await bytesInUse()) - before;

const result = {
  bytes,
  distances: timed(() => {
    let sum = 0;
    for (const source of task.sources) {
      const hops = singleSourceLength(graph, String(source));
      for (let npu = 0; npu < task.npuCount; npu++) sum += hops[npu] ?? -1;
    }
    return sum;
  }),
  routes: timed(() => task.pairs.reduce((sum, pair) => sum + route(pair), 0)),
};
console.log(JSON.stringify(result));
