import type { FailureMask } from './failure.ts';
import type { Topology } from './topology.ts';

/** Columns of the link table, with their units in their names. */
export const linkTableColumns = [
  'from',
  'to',
  'tier',
  'medium',
  'bandwidth_bytes_per_s',
  'latency_s',
  'length_m',
] as const;

/**
 * The link table of a machine as comma-separated values: a header, then one line for every physical link in service, in
 * the order of the table. A link that is cut, or one of whose ends has failed, is left out; parallel links have a line
 * each. Bandwidth is of one direction, and a length that is not known is left empty.
 */
export function linkTableCsv(topology: Topology, mask?: FailureMask): string {
  const { ends, tier, tiers, medium, media, bandwidth, latency, length, linkCount } = topology;
  const lines = [linkTableColumns.join(',')];
  for (let link = 0; link < linkCount; link += 2) {
    const from = ends[2 * link]!;
    const to = ends[2 * link + 1]!;
    if (mask && (mask.links[link] || mask.nodes[from] || mask.nodes[to])) continue;
    // Lengths are kept in single precision: seven digits are what was written.
    const metres = length[link]! > 0 ? String(Number(length[link]!.toPrecision(7))) : '';
    lines.push(
      `${String(from)},${String(to)},${tiers[tier[link]!]!},${media[medium[link]!]!},${String(bandwidth[link])},${String(latency[link])},${metres}`,
    );
  }
  return lines.join('\n');
}
