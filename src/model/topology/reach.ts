import { coordinate, strides } from './grid.ts';
import type { Topology } from './topology.ts';
import type { Wiring } from './wiring.ts';

/** One step of a staircase: what leaves a group of chips, divided by the chips inside. */
export interface ReachStep {
  /** Chips in the group whose links are counted: 1, a board, a cabinet … */
  readonly leaving: number;
  /** Chips in the next larger group. No more than `bandwidth` leaves any group in between. */
  readonly chips: number;
  /** Bytes per second a chip, one direction. */
  readonly bandwidth: number;
  /** Share of it that leaves the group as light. */
  readonly optical: number;
}

/**
 * Bandwidth per chip against how many chips it reaches. Chips are taken in nested groups as they stand: the chip, its
 * board, its cabinet, then (in a torus) larger and larger blocks, then the machine. For each group the links that leave
 * it are added up, in one direction, and divided among its chips. That is what each chip can send to chips outside its
 * group when all do so at once, and an upper bound for any exchange that reaches further; chips inside the next larger
 * group get only those of the links that end there. A step never rises above the one before: whoever leaves the larger
 * group has left the smaller.
 *
 * A switch belongs to the group to which at least half of its bandwidth leads, found from the chips upward; that gives
 * the narrowest cut wherever the switches form trees.
 * @param topology built from the same wiring.
 */
export function reachSteps(wiring: Wiring, topology: Topology): ReachStep[] {
  const blocks = nestedBlocks(wiring);
  const steps: ReachStep[] = [];
  let least = Infinity;
  blocks.slice(0, -1).forEach((block, b) => {
    const cut = cutPerNpu(wiring, topology, block);
    if (cut.bandwidth < least) {
      least = cut.bandwidth;
      steps.push({ leaving: sizeOf(block), chips: sizeOf(blocks[b + 1]!), ...cut });
      return;
    }
    const last = steps.pop()!;
    const optical = Math.max(last.optical, cut.optical);
    // The same bandwidth goes on, and from here on as light if it was not before.
    if (optical > 0.5 === last.optical > 0.5) steps.push({ ...last, chips: sizeOf(blocks[b + 1]!) });
    else
      steps.push(last, { leaving: sizeOf(block), chips: sizeOf(blocks[b + 1]!), bandwidth: least, optical });
  });
  return steps;
}

const sizeOf = (block: readonly number[]): number => block.reduce((a, b) => a * b, 1);

/** Groups of chips, each inside the next: one chip, a board, a cabinet, growing blocks of a torus, the machine. */
export function nestedBlocks({ shape, families, boardBlock, cabinetBlock }: Wiring): number[][] {
  const blocks = [shape.map(() => 1)];
  const add = (block: readonly number[]) => {
    const last = blocks.at(-1)!;
    const holds = block.length === shape.length && block.every((size, d) => size >= last[d]!);
    if (holds && sizeOf(block) > sizeOf(last)) blocks.push([...block]);
  };
  add(boardBlock);
  add(cabinetBlock);
  const rings = new Set(families.flatMap((family) => (family.family === 'ring' ? [family.over] : [])));
  const cabinet = blocks.at(-1)!;
  for (;;) {
    const last = blocks.at(-1)!;
    const grown = last.map((size, d) => (rings.has(d) ? nextSize(shape[d]!, size, cabinet[d]!) : size));
    if (sizeOf(grown) === sizeOf(last)) break;
    // A block as long as its ring has no ends left there. Rings close one at a time, the shortest first, so that the
    // last cut is the narrowest: across the longest ring, through half the machine.
    const closing = shape.flatMap((whole, d) => (grown[d] === whole && last[d]! < whole ? [d] : []));
    const shortest = closing.reduce((a, d) => (shape[d]! < shape[a]! ? d : a), closing[0]!);
    add(grown.map((size, d) => (closing.includes(d) && d !== shortest ? last[d]! : size)));
  }
  add(shape);
  return blocks;
}

/** The next larger size that divides the whole and is made of whole cabinets. */
function nextSize(whole: number, size: number, cabinet: number): number {
  for (let next = size + cabinet; next < whole; next += cabinet) if (whole % next === 0) return next;
  return whole;
}

/** What leaves all groups of a block's size, one direction, divided by all chips. */
function cutPerNpu(
  { shape }: Wiring,
  topology: Topology,
  block: readonly number[],
): { bandwidth: number; optical: number } {
  const { linkCount, ends, bandwidth, medium, media, npuCount } = topology;
  const group = groupsOf(shape, topology, block);
  const optical = media.indexOf('optical');
  let cut = 0;
  let light = 0;
  for (let link = 0; link < linkCount; link++) {
    const from = group[ends[2 * link]!]!;
    if (from < 0 || from === group[ends[2 * link + 1]!]!) continue;
    cut += bandwidth[link]!;
    if (medium[link] === optical) light += bandwidth[link]!;
  }
  return { bandwidth: cut / npuCount, optical: cut > 0 ? light / cut : 0 };
}

/** Group of every node; −1 for switches that belong to none. */
function groupsOf(shape: readonly number[], topology: Topology, block: readonly number[]): Int32Array {
  const { nodeCount, npuCount, linkCount, ends, bandwidth } = topology;
  const step = strides(shape);
  const group = new Int32Array(nodeCount).fill(-1);
  for (let id = 0; id < npuCount; id++) {
    let own = 0;
    for (let d = shape.length - 1; d >= 0; d--)
      own =
        own * Math.ceil(shape[d]! / block[d]!) + Math.floor(coordinate(id, shape[d]!, step[d]!) / block[d]!);
    group[id] = own;
  }
  for (let changed = true; changed;) {
    changed = false;
    const leads = new Map<number, Map<number, number>>();
    const total = new Float64Array(nodeCount);
    for (let link = 0; link < linkCount; link++) {
      const node = ends[2 * link]!;
      if (node < npuCount || group[node]! >= 0) continue;
      total[node]! += bandwidth[link]!;
      const there = group[ends[2 * link + 1]!]!;
      if (there < 0) continue;
      const towards = leads.get(node) ?? new Map<number, number>();
      leads.set(node, towards.set(there, (towards.get(there) ?? 0) + bandwidth[link]!));
    }
    for (const [node, towards] of leads)
      for (const [there, sum] of towards)
        if (group[node]! < 0 && 2 * sum >= total[node]! * (1 - 1e-12)) {
          group[node] = there;
          changed = true;
        }
  }
  return group;
}
