import { buildTopology } from '../model/topology/build.ts';
import { dimensionOrderRoute } from '../model/topology/dimensionOrder.ts';
import { maskFailures, parseFailures } from '../model/topology/failure.ts';
import type { FailureMask } from '../model/topology/failure.ts';
import { layOut } from '../model/topology/layout.ts';
import { MAX_NODES } from '../model/topology/range.ts';
import { allPaths, describePath, equalCostPaths, MAX_PATHS, shortestPath } from '../model/topology/route.ts';
import type { Path } from '../model/topology/route.ts';
import type { Topology } from '../model/topology/topology.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import { parseArguments, parseChoice, parseInteger, requireArgument } from './argument.ts';
import type { Command } from './command.ts';
import { selectionArguments, selectionHelp, selectTopology, withName } from './selection.ts';
import { formatBandwidth, formatTable, formatTime } from './table.ts';
import { jsonText } from './output.ts';

const ROUTINGS = ['shortest', 'ecmp', 'all-path', 'dimension-order'] as const;
type Routing = (typeof ROUTINGS)[number];

interface Request {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly detour: number;
  readonly mask: FailureMask | undefined;
}

function findPaths(wiring: Wiring, topology: Topology, routing: Routing, request: Request): Path[] {
  const { from, to, most, detour, mask } = request;
  switch (routing) {
    case 'shortest': {
      const path = shortestPath(topology, from, to, mask);
      return path ? [path] : [];
    }
    case 'ecmp':
      return equalCostPaths(topology, from, to, most, mask);
    case 'all-path':
      return allPaths(topology, from, to, detour, most, mask);
    case 'dimension-order': {
      const links = dimensionOrderRoute(wiring, layOut(wiring), from, to);
      const path = describePath(topology, from, links);
      // The route is fixed by the two addresses: where it meets a failure there is no other.
      const broken =
        mask && (path.nodes.some((node) => mask.nodes[node]) || links.some((link) => mask.links[link]));
      return broken ? [] : [path];
    }
  }
}

/** `route`: the ways between two nodes, with failures. */
export const route: Command = {
  summary: 'paths between two nodes of a topology, under failures',
  help: `route --system ID | --topology LIST --bandwidth LIST --latency LIST --from N --to N [--fail LIST] [--json]

${selectionHelp}
  --from N, --to N    nodes: NPUs from 0, innermost dimension fastest, then switches
  --fail LIST         what is out of service, joined by commas: link:A-B, node:N, switch:N, board:N, cabinet:N
                      switch:N is a node number; one below the first switch counts the switches from 0
  --routing WORD      shortest (default), ecmp (all shortest paths), all-path (longer ones too), dimension-order
  --detour N          all-path: hops a path may be longer than the shortest, 0 to 8 (default 1)
  --paths N           most paths listed for ecmp and all-path, 1 to ${String(MAX_PATHS)} (default 16)
  --json              one line of JSON instead of a table

Where no way is left, reachable is false and paths is empty; the exit code is still 0.`,
  run: (args) => {
    const read = parseArguments(args, {
      ...selectionArguments,
      from: 'value',
      to: 'value',
      fail: 'value',
      routing: 'value',
      detour: 'value',
      paths: 'value',
      json: 'flag',
    });
    const selection = selectTopology(read);
    if (selection.kind === 'cluster')
      throw new RangeError(
        `--system is "${selection.record.id}", which is described by counts: allowed for routes are machines of up to ${String(MAX_NODES)} nodes, for example its pod ${selection.pod.id}`,
      );
    const { wiring } = selection;
    const topology = withName(selection.record ? 'system' : 'topology', () => buildTopology(wiring));
    const routing = parseChoice('routing', read.value('routing') ?? 'shortest', ROUTINGS);
    const last = (routing === 'dimension-order' ? topology.npuCount : topology.nodeCount) - 1;
    const from = parseInteger('from', requireArgument(read, 'from', '0'), 0, last);
    const to = parseInteger('to', requireArgument(read, 'to', '1'), 0, last);
    const detour = parseInteger('detour', read.value('detour') ?? '1', 0, 8);
    const most = parseInteger('paths', read.value('paths') ?? '16', 1, MAX_PATHS);
    const fail = read.value('fail');
    const mask = fail ? withName('fail', () => maskFailures(topology, parseFailures(fail))) : undefined;
    const paths = findPaths(wiring, topology, routing, { from, to, most, detour, mask });
    return read.flag('json') ? toJson(paths, topology) : toText(paths);
  },
};

function toJson(paths: readonly Path[], { assumptions }: Topology): string {
  return jsonText({
    reachable: paths.length > 0,
    paths: paths.map(({ nodes, latency, bandwidth }) => ({
      hops: nodes.length - 1,
      nodes,
      latency_s: latency,
      bandwidth_bytes_per_s: bandwidth,
    })),
    assumptions,
  });
}

function toText(paths: readonly Path[]): string {
  if (paths.length === 0) return 'no way is left';
  return formatTable(
    paths.map(({ nodes, latency, bandwidth }): [string, string] => [
      `${String(nodes.length - 1)} hops, ${formatTime(latency)}, ${formatBandwidth(bandwidth)}`,
      nodes.join(' → '),
    ]),
  );
}
