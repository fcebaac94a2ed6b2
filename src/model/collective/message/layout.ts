import type { Dimension } from '../dimension.ts';
import type { Phase } from '../phase.ts';
import type { Program } from '../program/program.ts';
import { groupBases } from '../schedule.ts';
import { coordinate, strides } from '../../topology/grid.ts';
import { laneCount, lanes, sharedLanes } from './lane.ts';

/** Numbers for the nodes and links of a machine whose dimensions are worked on group by group. */
export interface Layout {
  readonly ranks: number;
  /** Ranks and, behind them, one switch for each group that reduces in its switch. */
  readonly nodes: number;
  readonly laneTotal: number;
  /** First link of each dimension, and one past the last. */
  readonly laneStart: readonly number[];
  /** A node's number within its group of a dimension. */
  member(dimension: number, node: number): number;
  /** The node that a member of the same group is. */
  peer(dimension: number, node: number, member: number): number;
  /** Links from a node to a member of its group. */
  route(dimension: number, node: number, member: number): number[];
}

/** A layout in which rank 0 stands for all: links are told apart by direction or distance only. */
function sharedLayout(dimensions: readonly Dimension[], laneStart: readonly number[]): Layout {
  return {
    ranks: 1,
    nodes: 1,
    laneTotal: laneStart.at(-1)!,
    laneStart,
    member: () => 0,
    peer: () => 0,
    route: (d, _, member) => sharedLanes(dimensions[d]!, member).map((lane) => laneStart[d]! + lane),
  };
}

/** @param alike whether one rank stands for all. */
export function layoutOf(
  dimensions: readonly Dimension[],
  phases: readonly Phase[],
  programs: readonly Program[],
  alike: boolean,
): Layout {
  const shape = dimensions.map((dimension) => dimension.size);
  const stride = strides(shape);
  const ranks = shape.reduce((a, b) => a * b, 1);
  const groups = dimensions.map((_, d) => (alike ? [0] : groupBases(shape, d)));
  const laneStart = [0];
  const switchStart: number[] = [];
  let nodes = ranks;
  dimensions.forEach((dimension, d) => {
    laneStart.push(laneStart[d]! + laneCount(dimension) * groups[d]!.length);
    switchStart.push(nodes);
    if (programs.some((program, p) => program.switches && phases[p]!.dimension === d))
      nodes += groups[d]!.length;
  });
  if (alike) return sharedLayout(dimensions, laneStart);

  const groupOf = dimensions.map((_, d) => {
    const index = new Uint32Array(ranks);
    groups[d]!.forEach((base, g) => {
      for (let i = 0; i < shape[d]!; i++) index[base + i * stride[d]!] = g;
    });
    return index;
  });
  const group = (d: number, node: number): number =>
    node < ranks ? groupOf[d]![node]! : node - switchStart[d]!;
  const member = (d: number, node: number): number =>
    node < ranks ? coordinate(node, shape[d]!, stride[d]!) : shape[d]!;
  return {
    ranks,
    nodes,
    laneTotal: laneStart.at(-1)!,
    laneStart,
    member,
    peer: (d, node, other) =>
      other === shape[d]!
        ? switchStart[d]! + group(d, node)
        : groups[d]![group(d, node)]! + other * stride[d]!,
    route: (d, node, other) => {
      const first = laneStart[d]! + group(d, node) * laneCount(dimensions[d]!);
      return lanes(dimensions[d]!, member(d, node), other).map((lane) => first + lane);
    },
  };
}
