import type { Topology } from '../topology/topology.ts';

/** Ports of one chip that end in the same kind of place. */
export interface Ports {
  readonly count: number;
  /** Bytes per second, both directions added. */
  readonly bandwidth: number;
  /** Metres from the chip to where these ports end. */
  readonly reach: number;
}

/** Where the links of one chip lead. */
export interface ChipPorts {
  /** To other chips on its board. */
  readonly board: Ports;
  /** To switches that lead no further than its cabinet. */
  readonly cabinet: Ports;
  /** To switches in its cabinet that lead on over light. */
  readonly onward: Ports;
  /** Metres of light after those switches. */
  readonly light: number;
}

const none: Ports = { count: 0, bandwidth: 0, reach: 0 };

/**
 * Counts the links that leave a chip, told apart by what they end at.
 *
 * @param chip number of an NPU of the machine
 * @throws RangeError where there is no such NPU, or where one of its links ends elsewhere than on its board or at a switch of
 * its cabinet
 */
export function chipPorts(topology: Topology, chip = 0): ChipPorts {
  const { ends, linkCount, npuCount, bandwidth, length, medium, media, place } = topology;
  if (!Number.isInteger(chip) || chip < 0 || chip >= npuCount)
    throw new RangeError(`chip ${chip} is none of the machine's: allowed are 0 to ${npuCount - 1}`);
  const optical = media.indexOf('optical');
  /** Length of the light that begins at a switch, metres. */
  const lit = new Map<number, number>();
  for (let link = 0; link < linkCount; link++)
    if (medium[link] === optical) lit.set(ends[2 * link]!, length[link]!);
  let [board, cabinet, onward] = [none, none, none];
  let light = 0;
  const add = (ports: Ports, link: number): Ports => ({
    count: ports.count + 1,
    bandwidth: ports.bandwidth + 2 * bandwidth[link]!,
    reach: Math.max(ports.reach, length[link]!),
  });
  for (let link = 0; link < linkCount; link++) {
    if (ends[2 * link] !== chip) continue;
    const end = ends[2 * link + 1]!;
    if (end < npuCount && place.board[end] === place.board[chip]) board = add(board, link);
    else if (end >= npuCount && place.cabinet[end] === place.cabinet[chip]) {
      const further = lit.get(end);
      if (further === undefined) cabinet = add(cabinet, link);
      else {
        onward = add(onward, link);
        light = Math.max(light, further);
      }
    } else
      throw new RangeError(
        `a link of chip ${chip} ends at node ${end}: allowed are chips of its board and switches of its cabinet`,
      );
  }
  return { board, cabinet, onward, light };
}
