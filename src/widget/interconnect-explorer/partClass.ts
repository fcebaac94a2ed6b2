import { layOutClos } from '../../model/topology/clos.ts';
import type { Machine } from './machine.ts';
import { nodeOf, type Part } from './part.ts';

/** Parts of one kind with numbers in a row: what a list names instead of thousands of lines. */
export interface PartClass {
  /** Names it whatever the language: `chips`, `switches-y`, `boards`, `cabinets`, … */
  readonly id: string;
  readonly kind: 'node' | 'switch' | 'board' | 'cabinet';
  /** Tier that its switches serve. */
  readonly tier?: string;
  readonly first: number;
  readonly count: number;
}

/** Every class of parts of a machine: chips, each level of switches, boards and cabinets with and without chips. */
export function partClasses({ system, topology, layout }: Machine): PartClass[] {
  const { npuCount, place } = topology;
  const classes: PartClass[] = [{ id: 'chips', kind: 'node', first: 0, count: npuCount }];
  for (const { family, firstSwitch } of layout.parts) {
    if (family.family !== 'clos') continue;
    layOutClos(system.wiring.shape, family).forEach((level, l) => {
      const { tier } = family.levels[l]!.link;
      classes.push({
        id: `switches-${tier}`,
        kind: 'switch',
        tier,
        first: firstSwitch + level.firstSwitch,
        count: level.groups * level.perGroup,
      });
    });
  }
  const withChips = new Set(place.board.subarray(0, npuCount)).size;
  const add = (id: string, kind: 'board' | 'cabinet', first: number, count: number) => {
    if (count > 0) classes.push({ id, kind, first, count });
  };
  if (place.boardCount > 0) {
    add('boards', 'board', 0, withChips);
    add('switch-boards', 'board', withChips, place.boardCount - withChips);
  }
  add('cabinets', 'cabinet', 0, place.computeCabinetCount);
  add(
    'switch-cabinets',
    'cabinet',
    place.computeCabinetCount,
    place.cabinetCount - place.computeCabinetCount,
  );
  return classes;
}

/** The parts among which one steps from a part to the next: its class, or of a link those of the same tier at one end. */
export interface Sequence {
  /** Place of the part in it, from 0. */
  readonly at: number;
  readonly count: number;
  part(at: number): Part;
}

/** @param linkEnds other ends of the links at the first end of a link, by tier */
export function sequenceOf(
  machine: Machine,
  part: Part,
  linkEnds: (node: number, tierOf: number) => readonly number[],
): Sequence {
  if (part.kind === 'link') {
    const { from, to } = part;
    const ends = linkEnds(from, to);
    return {
      at: ends.indexOf(to),
      count: ends.length,
      part: (at) => ({ kind: 'link', from, to: ends[at]! }),
    };
  }
  const number = nodeOf(machine.topology, part) ?? part.index;
  const kind = part.kind === 'node' && number >= machine.topology.npuCount ? 'switch' : part.kind;
  const own = partClasses(machine).find(
    (one) => one.kind === kind && number >= one.first && number < one.first + one.count,
  )!;
  return {
    at: number - own.first,
    count: own.count,
    part: (at) => ({ kind: own.kind, index: own.first + at }),
  };
}
