import { breakageOf, type Breakage } from '../../model/topology/breakage.ts';
import { dimensionOrderRoute } from '../../model/topology/dimensionOrder.ts';
import { maskFailures, type FailureMask } from '../../model/topology/failure.ts';
import {
  allPaths,
  describePath,
  equalCostPaths,
  equalCostSpread,
  shortestPath,
  type Path,
} from '../../model/topology/route.ts';
import type { ExplorerData } from './explorerData.ts';
import { machineOf, type Machine } from './machine.ts';
import { partsOf, type Part } from './part.ts';
import type { ExplorerValues } from './params.ts';

/** Most ways that are listed and drawn. */
export const mostWays = 24;

/** The ways between the two chips as the machine now stands. */
export interface Ways {
  /** At most `mostWays`, the one drawn widest first. */
  readonly paths: readonly Path[];
  /** How many there are in all; of longer ones, how many are listed. */
  readonly count: number;
  /** The shortest way of the whole machine; nothing where both chips are the same. */
  readonly whole: Path | undefined;
  /** Why there is none: a chip has failed, the two are apart, or the one fixed way meets a failure. */
  readonly none: 'from' | 'to' | 'apart' | 'fixed' | null;
}

/** What goes around a cut link: the shortest way left between its ends. */
export interface Around {
  readonly part: Part & { readonly kind: 'link' };
  readonly way: Path | undefined;
  readonly count: number;
}

/** A state with everything that is computed of it. */
export interface Explored {
  /** The chips that send and receive. */
  readonly from: number;
  readonly to: number;
  readonly values: ExplorerValues;
  readonly machine: Machine;
  readonly failures: readonly Part[];
  readonly mask: FailureMask;
  readonly breakage: Breakage;
  readonly ways: Ways;
  readonly around: readonly Around[];
  readonly picked: Part | null;
}

let last: { readonly data: ExplorerData; readonly key: string; readonly explored: Explored } | undefined;

/** Computes a state that its machine can take; the last is kept, as words and drawing ask for the same one. */
export function exploredOf(data: ExplorerData, values: ExplorerValues): Explored {
  const key = JSON.stringify(values);
  if (last?.data === data && last.key === key) return last.explored;
  const machine = machineOf(data, values.system);
  const { topology } = machine;
  const failures = partsOf(topology, values.failed);
  const mask = maskFailures(topology, failures);
  const [from, to] = [Number(values.from), Number(values.to)];
  const explored: Explored = {
    from,
    to,
    values,
    machine,
    failures,
    mask,
    breakage: breakageOf(topology, mask),
    ways: waysOf(machine, from, to, values.routing, mask),
    around: failures.flatMap((part) => (part.kind === 'link' ? [aroundOf(machine, part, mask)] : [])),
    picked: partsOf(topology, values.part)[0] ?? null,
  };
  last = { data, key, explored };
  return explored;
}

function waysOf(
  { topology, layout, system }: Machine,
  from: number,
  to: number,
  routing: ExplorerValues['routing'],
  mask: FailureMask,
): Ways {
  const whole = from === to ? undefined : shortestPath(topology, from, to);
  const none = (why: Ways['none']): Ways => ({ paths: [], count: 0, whole, none: why });
  if (mask.nodes[from]) return none('from');
  if (mask.nodes[to]) return none('to');
  if (from === to) return none(null);
  if (routing === 'dimension-order') {
    const path = describePath(topology, from, dimensionOrderRoute(system.wiring, layout, from, to));
    const broken = path.nodes.some((node) => mask.nodes[node]) || path.links.some((link) => mask.links[link]);
    return broken ? none('fixed') : { paths: [path], count: 1, whole, none: null };
  }
  const paths =
    routing === 'all-path'
      ? allPaths(topology, from, to, 1, mostWays, mask)
      : equalCostPaths(topology, from, to, routing === 'ecmp' ? mostWays : 1, mask);
  if (paths.length === 0) return none('apart');
  const count = routing === 'ecmp' ? equalCostSpread(topology, from, to, mask)!.paths : paths.length;
  return { paths, count, whole, none: null };
}

function aroundOf({ topology }: Machine, part: Part & { kind: 'link' }, mask: FailureMask): Around {
  const { from, to } = part;
  const way = shortestPath(topology, from, to, mask);
  return { part, way, count: way ? equalCostSpread(topology, from, to, mask)!.paths : 0 };
}
