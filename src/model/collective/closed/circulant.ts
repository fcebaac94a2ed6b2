import { whole, type Dimension } from '../dimension.ts';
import type { Phase } from '../phase.ts';
import { blockBytes } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { inTurn, type Cost, type Meter, type Timing } from './cost.ts';

/**
 * Steps in which every rank sends one message over the same distance (NHR, NB): one message alone a step, since no two
 * share a port of a switch or a link of a full mesh.
 * @returns null on a ring, where messages over more than one link wait for one another.
 */
export function circulant(dimension: Dimension, m: Meter, phase: Phase, timing: Timing): Cost | null {
  if (dimension.kind === 'ring') return null;
  const { operation, algorithm, bytes } = phase;
  const program = programOf(operation, algorithm, dimension);
  const unit = blockBytes(operation, dimension.size, bytes);
  const hops = dimension.kind === 'switch' ? 2 : 1;
  const onLink = new Map<number, number>();
  const steps: Cost[] = [];
  for (let step = 0; step < program.steps; step++) {
    const { to, parts } = program.sends(0, step)[0]!;
    const message = whole(parts * unit, timing);
    const link = dimension.kind === 'switch' ? 0 : to;
    onLink.set(link, (onLink.get(link) ?? 0) + m.serial(message));
    steps.push({
      duration: m.alone(hops, message),
      busy: 0,
      latency: hops * m.latency,
      steps: 1,
    });
  }
  return { ...inTurn(...steps), busy: Math.max(0, ...onLink.values()) };
}
