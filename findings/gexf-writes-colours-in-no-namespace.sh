#!/usr/bin/env bash
# graphology-gexf 0.13.2 writes colours, sizes and positions of its default version, 1.2, under the namespace
# "http:///www.gexf.net/1.1draft/viz", with three slashes and of another draft than the document's own; GEXF 1.2 names it
# "http://www.gexf.net/1.2draft/viz". Its own reader goes by the prefix and finds everything again; a reader that goes by
# namespaces, as XML asks, finds no colour: a link table whose tiers are told by colour is read in one colour. Asked for
# version 1.3, it writes the right one. Seen: of two colours, 0 by namespace in 1.2, 2 in 1.3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type":"module","private":true}' > package.json
npm install --silent --no-audit --no-fund graphology@0.26.0 graphology-types@0.24.8 graphology-gexf@0.13.2 @xmldom/xmldom@0.9.8 > /dev/null
cat > run.js <<'JS'
import { DOMParser } from '@xmldom/xmldom';
import graphology from 'graphology';
import gexf from 'graphology-gexf';

const graph = new graphology.UndirectedGraph();
graph.addNode('npu-0', { label: 'npu-0' });
graph.addNode('npu-1', { label: 'npu-1' });
graph.addNode('switch', { label: 'switch' });
graph.addEdge('npu-0', 'npu-1', { color: '#b87333' });
graph.addEdge('npu-1', 'switch', { color: '#3366cc' });
const named = { '1.2': 'http://www.gexf.net/1.2draft/viz', '1.3': 'http://gexf.net/1.3/viz' };
const seen = Object.entries(named).map(([version, namespace]) => {
  const text = gexf.write(graph, { version });
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const written = document.documentElement.getAttribute('xmlns:viz');
  const count = document.getElementsByTagNameNS(namespace, 'color').length;
  return `${version}: ${text.split('<viz:color').length - 1} by prefix, ${count} by namespace, ${written}`;
});
console.log(seen.join('\n'));
const expected = [
  '1.2: 2 by prefix, 0 by namespace, http:///www.gexf.net/1.1draft/viz',
  '1.3: 2 by prefix, 2 by namespace, http://gexf.net/1.3/viz',
];
if (seen.join() !== expected.join()) process.exit(1);
JS
node run.js
