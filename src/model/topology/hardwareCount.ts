import type { Medium, Topology } from './topology.ts';

/** Links and cables of one medium. */
export interface MediumCount {
  /** Physical links. */
  links: number;
  /** Cables, or pairs of optical modules; 0 for traces on a board. */
  cables: number;
  /** Metres of cable (of trace on a board), where the length is known. */
  metres: number;
  /** Links whose length is known; `metres` speaks of these alone. */
  linksOfKnownLength: number;
}

/** Counts by medium of a whole topology; media that do not occur are left out. One pass over the table. */
export function countMedia(topology: Topology): Partial<Record<Medium, MediumCount>> {
  const { medium, tier, length, media, linksPerCable, linkCount } = topology;
  const shape = media.length * linksPerCable.length;
  const links = new Float64Array(shape);
  const metres = new Float64Array(shape);
  const known = new Float64Array(shape);
  for (let link = 0; link < linkCount; link += 2) {
    const slot = medium[link]! * linksPerCable.length + tier[link]!;
    links[slot]!++;
    if (length[link]! > 0) {
      metres[slot]! += length[link]!;
      known[slot]!++;
    }
  }
  const result: Partial<Record<Medium, MediumCount>> = {};
  for (let slot = 0; slot < shape; slot++) {
    const found = links[slot]!;
    if (found === 0) continue;
    const name = media[Math.floor(slot / linksPerCable.length)]!;
    const each = linksPerCable[slot % linksPerCable.length]!;
    const count = (result[name] ??= { links: 0, cables: 0, metres: 0, linksOfKnownLength: 0 });
    count.links += found;
    if (name !== 'board') count.cables += Math.ceil(found / each);
    count.metres += metres[slot]! / each;
    count.linksOfKnownLength += known[slot]!;
  }
  return result;
}

/** Ports in use: link ends at NPUs and at switches, and the most that one switch has. */
export interface PortCount {
  readonly npuPorts: number;
  readonly switchPorts: number;
  readonly mostOfOneSwitch: number;
}

/** Counts link ends by kind of node. One pass over the ends. */
export function countPorts(topology: Topology): PortCount {
  const { ends, npuCount, nodeCount, linkCount } = topology;
  const ports = new Uint32Array(nodeCount);
  for (let link = 0; link < linkCount; link++) ports[ends[2 * link]!]!++;
  let npuPorts = 0;
  let switchPorts = 0;
  let mostOfOneSwitch = 0;
  for (let node = 0; node < nodeCount; node++)
    if (node < npuCount) npuPorts += ports[node]!;
    else {
      switchPorts += ports[node]!;
      mostOfOneSwitch = Math.max(mostOfOneSwitch, ports[node]!);
    }
  return { npuPorts, switchPorts, mostOfOneSwitch };
}
