import { coordinate, strides } from '../../topology/grid.ts';
import type { Dimension } from '../dimension.ts';
import { laneCount, lanes } from '../message/lane.ts';

/** The ways of messages between any two ranks of a machine, dimension after dimension, innermost first. */
export interface Crossing {
  /** Directed links of all groups of all dimensions. */
  readonly laneTotal: number;
  /** Bytes per second of a link. */
  readonly bandwidth: (lane: number) => number;
  /**
   * Goes over the links from one rank to another.
   * @returns the latency of the way, seconds.
   */
  readonly cross: (from: number, to: number, visit: (lane: number) => void) => number;
}

/** A rank is numbered as the grid of the dimensions numbers it; chips that take no part still pass on. */
export function crossingOf(dimensions: readonly Dimension[]): Crossing {
  const shape = dimensions.map(({ size }) => size);
  const stride = strides(shape);
  const ranks = shape.reduce((a, b) => a * b, 1);
  const first = [0];
  dimensions.forEach((dimension, d) => {
    first.push(first[d]! + laneCount(dimension) * (ranks / dimension.size));
  });
  const dimensionOf = (lane: number): Dimension =>
    dimensions[first.findIndex((_, d) => lane < first[d + 1]!)]!;
  return {
    laneTotal: first.at(-1)!,
    bandwidth: (lane) => dimensionOf(lane).bandwidth,
    cross(from, to, visit) {
      let latency = 0;
      dimensions.forEach((dimension, d) => {
        const [a, b] = [coordinate(from, shape[d]!, stride[d]!), coordinate(to, shape[d]!, stride[d]!)];
        if (a === b) return;
        // Dimensions inside this one have reached the destination, those outside are still at the source.
        const group = Math.floor(from / (stride[d]! * shape[d]!)) * stride[d]! + (to % stride[d]!);
        const way = lanes(dimension, a, b);
        for (const lane of way) visit(first[d]! + group * laneCount(dimension) + lane);
        latency += way.length * dimension.latency;
      });
      return latency;
    },
  };
}
