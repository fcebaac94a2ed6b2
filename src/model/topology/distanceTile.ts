import type { DistanceGraph } from './distanceGraph.ts';

/** The byte of a pair that no way joins, or of which one has failed. */
export const CUT_OFF = 255;

/** NPUs whose distances are found side by side, one bit each. */
export const TILE = 512;

/** Four bits as the lowest bits of four bytes. */
const spread = Uint32Array.from({ length: 16 }, (_, bits) =>
  [0, 1, 2, 3].reduce((sum, k) => sum + ((bits >> k) & 1) * 2 ** (8 * k), 0),
);

/**
 * Hops from `count` NPUs, `first` onwards, to every NPU: byte `to × count + from − first`, CUT_OFF where there is no way.
 * All sources search breadth first at once, each with a bit of its own (multi-source BFS: Then et al., VLDB 2014), and
 * the bits of a step are written as bytes four at a time.
 * @throws RangeError where a way has 255 hops or more, which no byte tells.
 */
export function distanceTile(graph: DistanceGraph, first: number, count: number): Uint8Array {
  const { npuCount, cellCount, offset, next, alive } = graph;
  const words = Math.ceil(count / 32);
  const seen = new Uint32Array(cellCount * words);
  let frontier = new Uint32Array(cellCount * words);
  let reached = new Uint32Array(cellCount * words);
  let active = new Uint8Array(cellCount);
  let activated = new Uint8Array(cellCount);
  const hops = new Uint32Array(npuCount * words * 8);
  const write = (at: number, bits: number, step: number): void => {
    for (let k = 0, rest = bits; rest !== 0; k++, rest >>>= 4)
      hops[8 * at + k] = hops[8 * at + k]! | Math.imul(spread[rest & 15]!, step);
  };
  for (let i = 0; i < count; i++) {
    const source = first + i;
    if (!alive[source]) continue;
    const at = source * words + (i >>> 5);
    seen[at] = frontier[at] = frontier[at]! | (1 << (i & 31));
    active[source] = 1;
  }
  for (let step = 1, more = true; more; step++) {
    more = false;
    reached.fill(0);
    activated.fill(0);
    for (let cell = 0; cell < cellCount; cell++) {
      const row = cell * words;
      for (let at = offset[cell]!, end = offset[cell + 1]!; at < end; at++) {
        const from = next[at]!;
        if (!active[from]) continue;
        for (let w = 0, other = from * words; w < words; w++, other++)
          reached[row + w] = reached[row + w]! | frontier[other]!;
      }
      for (let w = row; w < row + words; w++) {
        const fresh = reached[w]! & ~seen[w]!;
        reached[w] = fresh;
        if (fresh === 0) continue;
        seen[w] = seen[w]! | fresh;
        activated[cell] = 1;
        more = true;
        if (cell < npuCount) write(w, fresh, step);
      }
    }
    if (more && step >= CUT_OFF)
      throw new RangeError(
        `a way has ${String(step)} hops: allowed are up to ${String(CUT_OFF - 1)}, one byte a pair`,
      );
    [frontier, reached] = [reached, frontier];
    [active, activated] = [activated, active];
  }
  for (let at = 0; at < npuCount * words; at++) if (~seen[at]! !== 0) write(at, ~seen[at]!, CUT_OFF);
  const bytes = new Uint8Array(hops.buffer);
  if (count === 32 * words) return bytes;
  const tile = new Uint8Array(npuCount * count);
  for (let to = 0; to < npuCount; to++)
    tile.set(bytes.subarray(32 * words * to, 32 * words * to + count), to * count);
  return tile;
}
