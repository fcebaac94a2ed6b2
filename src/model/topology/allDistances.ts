import { distanceGraph } from './distanceGraph.ts';
import { CUT_OFF, distanceTile, TILE } from './distanceTile.ts';
import type { FailureMask } from './failure.ts';
import { requireInteger } from './range.ts';
import type { Topology } from './topology.ts';

/** Most NPUs whose distances are written out pair by pair: 268 MB. Larger machines are looked at tile by tile. */
export const MAX_MATRIX_NPUS = 16_384;

/** NPUs whose distances are known, of all. */
export interface DistanceProgress {
  readonly done: number;
  readonly total: number;
}

/** One tile after the other: distances from `count` NPUs, `first` onwards, as `distanceTile` writes them. */
export interface Tile {
  readonly first: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** Every tile of a machine in turn. Hops count the same both ways, as failures cut both. */
export function* distanceTiles(topology: Topology, mask?: FailureMask): Generator<Tile, void> {
  const graph = distanceGraph(topology, mask);
  for (let first = 0; first < graph.npuCount; first += TILE) {
    const count = Math.min(TILE, graph.npuCount - first);
    yield { first, count, bytes: distanceTile(graph, first, count) };
  }
}

/**
 * Hops between all pairs of NPUs of a machine, whole or broken: one byte a pair, `npus × npus`, CUT_OFF where no way
 * joins them or one has failed. A step is a tile of 512 NPUs.
 * @throws RangeError for a machine past MAX_MATRIX_NPUS and for ways past 254 hops.
 */
export function* allDistances(
  topology: Topology,
  mask?: FailureMask,
): Generator<DistanceProgress, Uint8Array, void> {
  const npus = requireInteger('number of NPUs', topology.npuCount, 1, MAX_MATRIX_NPUS);
  const all = new Uint8Array(npus * npus);
  for (const { first, count, bytes } of distanceTiles(topology, mask)) {
    for (let npu = 0; npu < npus; npu++)
      all.set(bytes.subarray(npu * count, (npu + 1) * count), npu * npus + first);
    yield { done: first + count, total: npus };
  }
  return all;
}

/** Distances of a whole machine, small enough to be looked at. */
export interface DistancePicture {
  /** Pixels across and down; each stands for a square of pairs. */
  readonly side: number;
  /**
   * Most hops between two NPUs in service of each square, row by row; CUT_OFF where some pair of them has no way, and
   * `OUT_OF_SERVICE` where none are left.
   */
  readonly pixels: Uint8Array;
  /** Ordered pairs of different NPUs in service at each number of hops, up to the diameter. */
  readonly pairs: readonly number[];
  /** Ordered pairs of NPUs in service that no way joins. */
  readonly cutOff: number;
}

/** The byte of a square of a picture in which no two NPUs are in service. */
export const OUT_OF_SERVICE = 254;

/**
 * Distances between all pairs as a picture of at most `side` pixels across, and how many pairs are how far apart. Works
 * tile by tile, so that the largest machines need no byte a pair.
 */
export function* distancePicture(
  topology: Topology,
  side: number,
  mask?: FailureMask,
): Generator<DistanceProgress, DistancePicture, void> {
  const { npuCount } = topology;
  const pixelsAcross = Math.min(npuCount, requireInteger('side of the picture', side, 1, 4096));
  const pixelOf = Uint32Array.from({ length: npuCount }, (_, npu) =>
    Math.floor((npu * pixelsAcross) / npuCount),
  );
  const most = new Int16Array(pixelsAcross * pixelsAcross).fill(-1);
  const counts = new Float64Array(256);
  let cutOff = 0;
  for (const { first, count, bytes } of distanceTiles(topology, mask)) {
    const columns = pixelOf.subarray(first, first + count);
    for (let to = 0; to < npuCount; to++) {
      if (mask?.nodes[to]) continue;
      const row = pixelOf[to]! * pixelsAcross;
      for (let i = 0, at = to * count; i < count; i++, at++) {
        const hops = bytes[at]!;
        if (hops === CUT_OFF) {
          if (mask?.nodes[first + i]) continue;
          cutOff++;
        } else counts[hops] = counts[hops]! + 1;
        const pixel = row + columns[i]!;
        if (hops > most[pixel]!) most[pixel] = hops;
      }
    }
    yield { done: first + count, total: npuCount };
  }
  counts[0] = 0;
  const diameter = counts.reduce((last, pairs, hops) => (pairs > 0 ? hops : last), 0);
  return {
    side: pixelsAcross,
    pixels: Uint8Array.from(most, (hops) => (hops < 0 ? OUT_OF_SERVICE : hops)),
    pairs: [...counts.subarray(0, diameter + 1)],
    cutOff,
  };
}
