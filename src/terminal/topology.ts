import { assumptionsOf, linkOf, wiringOf } from '../model/topology/fromRecord.ts';
import { buildTopology } from '../model/topology/build.ts';
import { measureCluster } from '../model/topology/cluster.ts';
import { reachSteps, type ReachStep } from '../model/topology/reach.ts';
import { measure } from '../model/topology/measure.ts';
import type { Measures } from '../model/topology/measure.ts';
import { compareClusterWithPublished, compareWithPublished } from '../model/topology/publishedCheck.ts';
import type { PublishedCheck } from '../model/topology/publishedCheck.ts';
import type { Topology } from '../model/topology/topology.ts';
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
}

function answer(selection: Selection): Answer {
  if (selection.kind === 'cluster') {
    const { record, pod } = selection;
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
    };
  }
  const { wiring, record } = selection;
  const topology = withName(record ? 'system' : 'topology', () => buildTopology(wiring));
  const measures = measure(wiring, topology);
  const checks = record ? compareWithPublished(wiring, topology, measures, record.checks) : [];
  return { measures, checks, topology, reach: reachSteps(wiring, topology) };
}

function toJson({ measures, checks, topology, reach }: Answer): Record<string, unknown> {
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

function toText({ measures, checks, reach }: Answer): string {
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
  if (compared.length) parts.push(`Published figures\n${formatTable(compared)}`);
  if (measures.assumptions.length)
    parts.push(`Assumptions\n${measures.assumptions.map((each) => `- ${each}`).join('\n')}`);
  return parts.join('\n\n');
}

/** `topology`: what a machine or a list of dimensions amounts to. */
export const topology: Command = {
  summary: 'counts, distances, bisection, cables and ports of a topology',
  help: `topology --system ID | --topology LIST --bandwidth LIST --latency LIST [--json]

${selectionHelp}
  --json              one line of JSON instead of a table

A link is a physical one with both directions. A hop is one link; distances are between NPUs, switches counting as
steps on the way. Bandwidths are of one direction.`,
  run: (args) => {
    const read = parseArguments(args, { ...selectionArguments, json: 'flag' });
    const result = answer(selectTopology(read));
    return read.flag('json') ? jsonText(toJson(result)) : toText(result);
  },
};
