import { tones, type Tone } from '../../encoding/tone.ts';
import { buildTopology } from '../../model/topology/build.ts';
import type { Design } from '../../model/topology/design.ts';
import { bundleDesign, type DesignBundle, type DrawingRoom } from '../../model/topology/designBundle.ts';
import type { Topology } from '../../model/topology/topology.ts';
import { buildSolids, type Solids } from '../solid/solids.ts';
import type { Strands } from '../links/strands.ts';
import type { Bounds } from '../view/viewpoint.ts';
import { radius } from './chipPlaces.ts';
import { nodePlaces, type NodePlaces } from './nodePlaces.ts';
import { networkStrands } from './networkStrands.ts';

/** A design as boxes; its chips first. Owners: `chips` and `switches`, numbered by the side they stand on. */
export interface DrawnNetwork {
  readonly solids: Solids;
  readonly bounds: Bounds;
}

const margin = 0.35;

/**
 * Boxes of a network: chips, or blocks of them, and the switches that its lines lead to.
 * @param side 0 or 1, of two designs beside one another
 */
export function drawNetwork(design: Design, room: DrawingRoom, side: 0 | 1, right: number): DrawnNetwork {
  const chips = nodePlaces(design, bundleChips(design, room));
  const switches = nodePlaces(design, bundleLinks(design, room));
  const solids = buildSolids(tones);
  const owners = [
    solids.own([{ classId: 'chips', ordinal: side }]),
    solids.own([{ classId: 'switches', ordinal: side }]),
  ] as const;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const add = (at: Float32Array, node: number, size: number, isChip: boolean) => {
    const row = isChip ? chips.outwards : 0;
    const centre = [at[3 * node]! + right, at[3 * node + 1]!, at[3 * node + 2]!] as const;
    centre.forEach((value, k) => {
      const own = margin + (k === 1 ? 0 : row / 2);
      low[k] = Math.min(low[k]!, value - own);
      high[k] = Math.max(high[k]!, value + own);
    });
    const tone: Tone = isChip ? 'processor' : 'switchChip';
    solids.add({
      centre,
      size: [size, (isChip ? 0.45 : 0.55) * size, size + row],
      ...(row > 0 && { yaw: Math.atan2(centre[0] - right, centre[2]) }),
      tone,
      look: size < 0.12 ? 'plain' : 'ink',
      owner: owners[isChip ? 0 : 1],
    });
  };
  for (let node = 0; node < chips.chips; node++) add(chips.at, node, chips.chipSize, true);
  for (let node = switches.chips; node < switches.at.length / 3; node++)
    add(switches.at, node, switches.switchSize, false);
  const bounds = [low, high] as unknown as Bounds;
  return { solids: solids.finish(), bounds: chips.round ? roundBounds(bounds, right) : bounds };
}

/** A box that looks, from where sheets are seen, about as wide as the circle that fills the bounds. */
function roundBounds([low, high]: Bounds, right: number): Bounds {
  const share = 0.76;
  const inside = (x: number, middle: number) => middle + (x - middle) * share;
  return [
    [inside(low[0], right), low[1], low[2] * share],
    [inside(high[0], right), high[1], high[2] * share],
  ];
}

/** What the chips of a drawing stand for. */
export const bundleChips = (design: Design, { chips }: DrawingRoom): DesignBundle =>
  bundleDesign(design, { chips, lines: Infinity, switches: Infinity });

/** What its lines stand for. */
export const bundleLinks = (design: Design, { lines, switches }: DrawingRoom): DesignBundle =>
  bundleDesign(design, { lines, switches, chips: Infinity });

/** A network whose lines are asked for. */
export interface LinkedNetwork {
  readonly design: Design;
  /** Whether each tier is drawn as light. */
  readonly light: readonly boolean[];
  readonly right: number;
}

/**
 * The lines of a network.
 * @param topology the link table of what is drawn, if there is one already
 */
export function drawLinks(
  { design, light, right }: LinkedNetwork,
  bundle: DesignBundle,
  topology: Topology = buildTopology(bundle.wiring),
): Strands {
  const places = nodePlaces(design, bundle);
  const { family } = design;
  if (bundle.chipsPerNode > 1 && (family === 'fullmesh' || family === 'planes')) drawIn(places);
  return networkStrands(design, bundle, topology, places, light, right);
}

/** Has the bundles of rows of chips end where the rows begin, hardly one behind the other. */
function drawIn({ at, chips }: NodePlaces): void {
  for (let node = 0; node < chips; node++) {
    const r = Math.hypot(at[3 * node]!, at[3 * node + 2]!);
    const share = (radius + 0.02 * (r - radius)) / r;
    at[3 * node]! *= share;
    at[3 * node + 2]! *= share;
  }
}
