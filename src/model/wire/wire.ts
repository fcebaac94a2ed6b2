import type { LinkKind } from '../topology/wiring.ts';
import type { ChipPorts } from './ports.ts';

/** The boxes that a chip's wire leaves one after another. */
export const stretchIds = ['package', 'board', 'cabinet', 'pod', 'hall', 'cluster'] as const;
export type StretchId = (typeof stretchIds)[number];

/** A piece of the wire that keeps its thickness and its medium. */
export interface Stretch {
  readonly id: StretchId;
  /** Metres of wire from the die to either end. */
  readonly from: number;
  readonly to: number;
  /** Ports of the chip that run through it. */
  readonly ports: number;
  /** Bytes per second of one chip, both directions added. */
  readonly bandwidth: number;
  readonly medium: 'copper' | 'light';
}

/** What the wire of one chip is made of. */
export interface WireParts {
  /** Metres from the die to the edge of its package. */
  readonly edge: number;
  /** Ports in the machine one starts from, and in the larger one. */
  readonly pod: ChipPorts;
  readonly hall: ChipPorts;
  /** Links of one chip out of its machine, level by level of switches; `ports` of them at the chip. */
  readonly scaleOut: { readonly ports: number; readonly levels: readonly LinkKind[] };
}

/**
 * The way of one chip's links as one wire: everywhere as thick as what the chip can send and receive there, and so long as
 * the links are said or assumed to be.
 * @throws RangeError where a stretch would lead back
 */
export function wireOf({ edge, pod, hall, scaleOut }: WireParts): readonly Stretch[] {
  const all = [pod.board, pod.cabinet, pod.onward];
  const sum = (ports: ChipPorts['board'][], key: 'count' | 'bandwidth') =>
    ports.reduce((total, one) => total + one[key], 0);
  const inCabinet = [pod.cabinet, pod.onward];
  const rate = scaleOut.levels[0]?.bandwidth ?? 0;
  const parts: readonly [StretchId, number, number, number, Stretch['medium']][] = [
    ['package', edge, sum(all, 'count'), sum(all, 'bandwidth'), 'copper'],
    ['board', pod.board.reach, sum(all, 'count'), sum(all, 'bandwidth'), 'copper'],
    ['cabinet', pod.onward.reach, sum(inCabinet, 'count'), sum(inCabinet, 'bandwidth'), 'copper'],
    ['pod', pod.onward.reach + pod.light, pod.onward.count, pod.onward.bandwidth, 'light'],
    ['hall', hall.onward.reach + hall.light, hall.onward.count, hall.onward.bandwidth, 'light'],
    [
      'cluster',
      scaleOut.levels.reduce((metres, { length }) => metres + length, 0),
      scaleOut.ports,
      2 * scaleOut.ports * rate,
      'light',
    ],
  ];
  return parts.map(([id, to, ports, bandwidth, medium], index) => {
    const from = parts[index - 1]?.[1] ?? 0;
    if (!(to > from))
      throw new RangeError(
        `wire: the stretch "${id}" ends ${to} m from the die: allowed is more than ${from} m`,
      );
    return { id, from, to, ports, bandwidth, medium };
  });
}

/** How much smaller a stretch is drawn than the one before it, where both are given the same height; 1 for the first. */
export const factorOf = (stretches: readonly Stretch[], index: number): number => {
  const [before, here] = [stretches[index - 1], stretches[index]!];
  return before ? (here.to - here.from) / (before.to - before.from) : 1;
};
