import { layOutClos } from '../../topology/clos.ts';
import { coordinate, groupsOver } from '../../topology/grid.ts';
import type { Part } from '../../topology/layout.ts';
import type { Clos } from '../../topology/wiring.ts';
import type { MachineDimension } from '../machine.ts';
import { laneCount } from '../message/lane.ts';
import type { Program } from '../program/program.ts';
import { standsForAll } from './alike.ts';
import { messagesOf, type ExchangeResult } from './exchange.ts';
import { basesOf } from './group.ts';
import type { Carried } from './phaseFlow.ts';
import type { Network, Router } from './way.ts';

/** Bytes that a phase puts on every directed link of the machine. */
export function phaseLoads(network: Network, carried: Carried, way: Router): Float64Array {
  const loads = new Float64Array(network.topology.linkCount);
  const { dimension, program } = carried;
  const byMessage = dimension.kind === 'switch' && !standsForAll(dimension, program);
  for (const { step, count, alike, apart } of carried.steps) {
    if (alike && byMessage) addMessages(network, carried, step, count, way, loads);
    else if (alike && dimension.kind === 'switch')
      addThroughSwitches(network, carried, step, alike, count, loads);
    else if (alike) addAlike(network, carried, alike, count, loads);
    apart?.links.forEach((link, i) => {
      loads[link]! += count * apart.bytes[i]!;
    });
  }
  return loads;
}

/** Puts what the links of one group carry on those of all groups like it. */
function addAlike(
  network: Network,
  { dimension, program, groups }: Carried,
  alike: ExchangeResult,
  times: number,
  loads: Float64Array,
): void {
  const part = network.layout.parts[dimension.family]!;
  const { ends } = network.topology;
  const { size, stride, kind } = dimension;
  const parallel = part.family.family === 'fullmesh' ? part.family.parallel : 1;
  const shared = standsForAll(dimension, program);
  const lane = new Float64Array(shared && kind === 'fullmesh' ? size : laneCount(dimension));
  alike.links.forEach((name, i) => {
    lane[name] = (times * alike.bytes[i]!) / parallel;
  });
  const first = 2 * part.firstLink;
  const end = first + 2 * part.links;
  // Everyone to everyone over a full mesh: all links carry the same.
  const even = kind === 'fullmesh' && shared && lane.subarray(1).every((bytes) => bytes === lane[1]);
  if (even) for (let link = first; link < end; link++) loads[link]! += lane[1]!;
  else
    for (let link = first; link < end; link++) {
      const from = coordinate(ends[2 * link]!, size, stride);
      const to = coordinate(ends[2 * link + 1]!, size, stride);
      loads[link]! += lane[laneOf(kind, shared, program.symmetry, size, from, to)]!;
    }
  if (groups.allAlike) return;
  for (let link = first; link < end; link++) {
    if (groups.alike(ends[2 * link]!)) continue;
    const from = coordinate(ends[2 * link]!, size, stride);
    const to = coordinate(ends[2 * link + 1]!, size, stride);
    loads[link]! -= even ? lane[1]! : lane[laneOf(kind, shared, program.symmetry, size, from, to)]!;
  }
}

/** Name of the link between two neighbours within a group, or of its class: see `lane.ts`. */
function laneOf(
  kind: MachineDimension['kind'],
  shared: boolean,
  symmetry: Program['symmetry'],
  size: number,
  from: number,
  to: number,
): number {
  const apart = (to - from + size) % size;
  if (kind === 'fullmesh') {
    if (!shared) return from * size + to;
    return symmetry === 'exchange' ? from ^ to : apart;
  }
  return (apart === 1 ? 0 : size) + (shared ? 0 : from);
}

/** Message by message, for ranks that do not act alike. */
function addMessages(
  { layout }: Network,
  { dimension, program, unit, groups }: Carried,
  step: number,
  times: number,
  way: Router,
  loads: Float64Array,
): void {
  const bases = basesOf(dimension, layout.npuCount).filter(groups.alike);
  const { ways, bytes } = messagesOf(dimension, program, step, unit, bases, way);
  ways.forEach((legs, m) => {
    for (const { links, shares } of legs)
      links.forEach((link, i) => {
        loads[link]! += times * shares[i]! * bytes[m]!;
      });
  });
}

/** Levels of switches carry evenly what has to climb to them, since all ranks act alike. */
function addThroughSwitches(
  { layout, wiring }: Network,
  { dimension, program }: Carried,
  step: number,
  alike: ExchangeResult,
  times: number,
  loads: Float64Array,
): void {
  const part: Part = layout.parts[dimension.family]!;
  const clos = part.family as Clos;
  const { size, stride } = dimension;
  const groups = clos.levels.map((level) => groupsOver(wiring.shape, level.over));
  /** Blocks that climb to each level. */
  const climbing = clos.levels.map(() => 0);
  let all = 0;
  for (let rank = 0; rank < size; rank++)
    for (const { to, parts } of program.sends(rank, step)) {
      all += parts;
      for (let l = 0; l < groups.length; l++) {
        climbing[l]! += parts;
        const other = to < size ? to : rank;
        if (groups[l]![rank * stride] === groups[l]![other * stride]) break;
      }
    }
  const perRank = (times * alike.bytes[alike.links.indexOf(0)]!) / (all || 1);
  layOutClos(wiring.shape, clos).forEach((level, l) => {
    const bytes = (perRank * climbing[l]! * layout.npuCount) / level.links;
    const first = 2 * (part.firstLink + level.firstLink);
    for (let link = first; link < first + 2 * level.links; link++) loads[link]! += bytes;
  });
}
