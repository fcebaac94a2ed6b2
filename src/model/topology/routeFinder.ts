import { requireInteger } from './range.ts';
import type { RouteGraph } from './routeGraph.ts';

/** How far one end of a search has come. */
interface Side {
  /** The call that noted a cell, and the steps noted then; steps of an earlier call do not count. */
  readonly stamp: Uint32Array;
  readonly steps: Uint16Array;
  /** Cells in the order in which they were reached; those from `head` to `tail` were reached last. */
  readonly queue: Uint32Array;
  head: number;
  tail: number;
  depth: number;
  /** Links that the next step follows. */
  work: number;
}

const emptySide = (cells: number): Side => ({
  stamp: new Uint32Array(cells),
  steps: new Uint16Array(cells),
  queue: new Uint32Array(cells),
  head: 0,
  tail: 0,
  depth: 0,
  work: 0,
});

/**
 * A search for shortest routes that keeps its notes between calls. It looks from both ends at once over the cells of the
 * graph, a step at a time on the side with fewer links to follow, until the two meet (Pohl, 1971). Then it walks from the
 * source along the lowest link into a cell that is nearer, of which there is one at every node of the cell before.
 * @returns directed links of the first of the shortest routes from one NPU to another, by link number; none where both
 *   are the same, and undefined where no way joins them
 */
export function routeFinder({
  cells,
  offset,
  link,
  next,
}: RouteGraph): (from: number, to: number) => number[] | undefined {
  const { cellCount, npuCount, cellOf, alive } = cells;
  const [source, target] = [emptySide(cellCount), emptySide(cellCount)];
  let call = 0;

  const begin = (side: Side, npu: number) => {
    side.stamp[npu] = call;
    side.steps[npu] = 0;
    side.queue[0] = npu;
    [side.head, side.tail, side.depth] = [0, 1, 0];
    side.work = cells.offset[npu + 1]! - cells.offset[npu]!;
  };
  /** One step outwards; whether a cell of the other side was met. */
  const widen = (side: Side, other: Side): boolean => {
    const { stamp, steps, queue } = side;
    const last = side.tail;
    let { tail } = side;
    let [met, work] = [false, 0];
    side.depth++;
    for (let { head } = side; head < last; head++) {
      const cell = queue[head]!;
      for (let at = cells.offset[cell]!, end = cells.offset[cell + 1]!; at < end; at++) {
        const reached = cells.next[at]!;
        if (stamp[reached] === call) continue;
        stamp[reached] = call;
        steps[reached] = side.depth;
        queue[tail++] = reached;
        work += cells.offset[reached + 1]! - cells.offset[reached]!;
        if (other.stamp[reached] === call) met = true;
      }
    }
    [side.head, side.tail, side.work] = [last, tail, work];
    return met;
  };
  /** Notes of the cells between the source and where the two met how many steps they are from the target. */
  const leadOn = () => {
    let level: number[] = [];
    for (let at = source.head; at < source.tail; at++)
      if (target.stamp[source.queue[at]!] === call) level.push(source.queue[at]!);
    for (let { depth } = source, left = target.depth + 1; depth > 1; depth--, left++) {
      const nearer: number[] = [];
      for (const cell of level)
        for (let at = cells.offset[cell]!, end = cells.offset[cell + 1]!; at < end; at++) {
          const before = cells.next[at]!;
          if (source.stamp[before] !== call || source.steps[before] !== depth - 1) continue;
          if (target.stamp[before] === call) continue;
          target.stamp[before] = call;
          target.steps[before] = left;
          nearer.push(before);
        }
      level = nearer;
    }
  };

  return (from, to) => {
    requireInteger('from', from, 0, npuCount - 1);
    requireInteger('to', to, 0, npuCount - 1);
    if (!alive[from] || !alive[to]) return undefined;
    call++;
    begin(source, from);
    begin(target, to);
    for (let met = from === to; !met;) {
      const [near, far] = source.work <= target.work ? [source, target] : [target, source];
      if (near.head === near.tail) return undefined;
      met = widen(near, far);
    }
    leadOn();
    const links: number[] = [];
    for (let node = from, left = source.depth + target.depth; left > 0; left--) {
      let at = offset[node]!;
      for (; ; at++) {
        const cell = cellOf[next[at]!]!;
        if (target.stamp[cell] === call && target.steps[cell] === left - 1) break;
      }
      links.push(link[at]!);
      node = next[at]!;
    }
    return links;
  };
}
