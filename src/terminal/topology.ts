import { assumptionsOf, linkOf, wiringOf } from '../model/topology/fromRecord.ts';
import { buildTopology } from '../model/topology/build.ts';
import { maskFailures, parseFailures } from '../model/topology/failure.ts';
import { linkTableColumns, linkTableCsv } from '../model/topology/linkTable.ts';
import { MAX_NODES } from '../model/topology/range.ts';
import { measureCluster } from '../model/topology/cluster.ts';
import { reachSteps, type ReachStep } from '../model/topology/reach.ts';
import { measure } from '../model/topology/measure.ts';
import type { Measures } from '../model/topology/measure.ts';
import { compareClusterWithPublished, compareWithPublished } from '../model/topology/publishedCheck.ts';
import type { PublishedCheck } from '../model/topology/publishedCheck.ts';
import type { Topology } from '../model/topology/topology.ts';
import { remainderOf, type Remainder } from './broken.ts';
import { parseArguments } from './argument.ts';
import type { Command } from './command.ts';
import { selectionArguments, selectionHelp, selectTopology, withName } from './selection.ts';
import type { Selection } from './selection.ts';
import { formatBandwidth, formatTable } from './table.ts';
import { jsonText } from './output.ts';

interface Answer {
  readonly measures: Measures;
  readonly checks: readonly PublishedCheck[];
  readonly topology: Topology | undefined;
  /** Empty for a cluster, which is counted and not built. */
  readonly reach: readonly ReachStep[];
  /** What is left where something has failed. */
  readonly left: Remainder | undefined;
}

function answer(selection: Selection, fail: string | undefined): Answer {
  if (selection.kind === 'cluster') {
    const { record, pod } = selection;
    if (fail !== undefined)
      throw new RangeError(
        `--fail is "${fail}" with a cluster, which is described by counts: allowed with machines, for example its pod ${pod.id}`,
      );
    const measures = measureCluster({
      pod: wiringOf(pod),
      pods: record.pods,
      levels: record.levels.map(({ link, ...level }) => ({ ...level, link: linkOf(link) })),
      assumptions: [...assumptionsOf(record), ...assumptionsOf(pod)],
    });
    return {
      measures,
      checks: compareClusterWithPublished(measures, record.checks),
      topology: undefined,
      reach: [],
      left: undefined,
    };
  }
  const { wiring, record } = selection;
  const topology = withName(record ? 'system' : 'topology', () => buildTopology(wiring));
  const measures = measure(wiring, topology);
  const checks = record ? compareWithPublished(wiring, topology, measures, record.checks) : [];
  const left = fail === undefined ? undefined : remainderOf(topology, fail);
  return { measures, checks, topology, reach: reachSteps(wiring, topology), left };
}

function toJson({ measures, checks, topology, reach, left }: Answer): Record<string, unknown> {
  const { distances, bisection, media, ports } = measures;
  return {
    npus: measures.npus,
    switches: measures.switches,
    nodes: measures.npus + measures.switches,
    links: measures.links,
    diameter: distances.diameter,
    mean_distance: round(distances.mean),
    distance_method: distances.method,
    bisection_bytes_per_s: bisection.bandwidth,
    bisection_method: bisection.method,
    ...(reach.length
      ? {
          reach: reach.map(({ chips, bandwidth, optical }) => ({
            npus: chips,
            bytes_per_s_per_npu: bandwidth,
            optical_share: round(optical),
          })),
        }
      : {}),
    media: Object.fromEntries(
      Object.entries(media).map(([name, { links, cables, metres, linksOfKnownLength }]) => [
        name,
        { links, cables, metres: round(metres), links_of_known_length: linksOfKnownLength },
      ]),
    ),
    npu_ports: ports.npuPorts,
    switch_ports: ports.switchPorts,
    ports_of_largest_switch: ports.mostOfOneSwitch,
    ...(topology?.place.cabinetCount
      ? {
          boards: topology.place.boardCount,
          cabinets: topology.place.cabinetCount,
          compute_cabinets: topology.place.computeCabinetCount,
        }
      : {}),
    ...(left
      ? {
          left: {
            npus: left.npus,
            links: left.links,
            npus_cut_off: left.cutOff,
            diameter: left.diameter,
            mean_distance: round(left.meanDistance),
            pairs_by_hops: left.pairs,
            pairs_cut_off: left.pairsCutOff,
          },
        }
      : {}),
    assumptions: measures.assumptions,
    ...(checks.length
      ? {
          published: checks.map(({ label, published, modelled, tolerance, agrees, reason, sources }) => ({
            label,
            published,
            modelled: round(modelled),
            tolerance,
            agrees,
            reason,
            sources,
          })),
        }
      : {}),
  };
}

/** Six decimals, as the contract prints a mean distance. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function toText({ measures, checks, reach, left }: Answer): string {
  const { distances, bisection, media, ports } = measures;
  const rows: [string, string][] = [
    ['NPUs', String(measures.npus)],
    ['switches', String(measures.switches)],
    ['links (both directions)', String(measures.links)],
    ['diameter', `${String(distances.diameter)} hops (${distances.method})`],
    ['mean distance', `${distances.mean.toFixed(6)} hops`],
    ['bisection, one direction', `${formatBandwidth(bisection.bandwidth)} (${bisection.method})`],
    ...reach.map(({ leaving, bandwidth }): [string, string] => [
      `per NPU, leaving a group of ${String(leaving)}`,
      formatBandwidth(bandwidth),
    ]),
    ...Object.entries(media).map(([name, { links, cables, metres }]): [string, string] => [
      `links, ${name}`,
      `${String(links)} in ${String(cables)} cables${metres ? `, ${String(Math.round(metres))} m` : ''}`,
    ]),
    ['ports of NPUs', String(ports.npuPorts)],
    ['ports of switches', `${String(ports.switchPorts)}, at most ${String(ports.mostOfOneSwitch)} on one`],
  ];
  const compared = checks.map(({ label, published, modelled, agrees, reason }): [string, string] => [
    label,
    `${String(published)} published, ${String(round(modelled))} modelled${agrees ? '' : ', differs'}${reason ? `: ${reason}` : ''}`,
  ]);
  const parts = [formatTable(rows)];
  if (left)
    parts.push(
      `What is left\n${formatTable([
        ['NPUs in service', String(left.npus)],
        ['links', String(left.links)],
        ['NPUs cut off', String(left.cutOff)],
        ['diameter', `${String(left.diameter)} hops`],
        ['mean distance', `${left.meanDistance.toFixed(6)} hops`],
        ['pairs that no way joins', String(left.pairsCutOff)],
      ])}`,
    );
  if (compared.length) parts.push(`Published figures\n${formatTable(compared)}`);
  if (measures.assumptions.length)
    parts.push(`Assumptions\n${measures.assumptions.map((each) => `- ${each}`).join('\n')}`);
  return parts.join('\n\n');
}

/**
 * The link table of what the arguments choose, without what has failed.
 * @throws RangeError for a cluster, which has no table, and for a failure of something the machine does not have.
 */
function linkTable(selection: Selection, fail: string | undefined): string {
  if (selection.kind === 'cluster')
    throw new RangeError(
      `--system is "${selection.record.id}", which is described by counts: allowed for link tables are machines of up to ${String(MAX_NODES)} nodes, for example its pod ${selection.pod.id}`,
    );
  const { wiring, record } = selection;
  const topology = withName(record ? 'system' : 'topology', () => buildTopology(wiring));
  const mask =
    fail === undefined ? undefined : withName('fail', () => maskFailures(topology, parseFailures(fail)));
  return linkTableCsv(topology, mask);
}

/** `topology`: what a machine or a list of dimensions amounts to. */
export const topology: Command = {
  summary: 'counts, distances, bisection, cables and ports of a topology',
  help: `topology --system ID | --topology LIST --bandwidth LIST --latency LIST [--fail LIST] [--links | --json]

${selectionHelp}
  --links             the link table instead, as CSV: ${linkTableColumns.join(', ')}
                      one line a physical link; a length that is not known is empty
  --fail LIST         what is out of service, joined by commas: link:A-B, node:N, switch:N, board:N, cabinet:N
                      the link table is what is left; else what is left is counted beside the whole, all pairs of it
  --json              one line of JSON instead of a table

A link is a physical one with both directions. A hop is one link; distances are between NPUs, switches counting as
steps on the way. Bandwidths are of one direction.`,
  printsData: (args) => args.includes('--links'),
  run: (args) => {
    const read = parseArguments(args, { ...selectionArguments, links: 'flag', fail: 'value', json: 'flag' });
    const fail = read.value('fail');
    if (read.flag('links')) {
      if (read.flag('json'))
        throw new RangeError(
          '--links and --json are both given: allowed is one of them, the link table is CSV',
        );
      return linkTable(selectTopology(read), fail);
    }
    const result = answer(selectTopology(read), fail);
    return read.flag('json') ? jsonText(toJson(result)) : toText(result);
  },
};
