/**
 * A supernode as a hierarchy of part classes: how many cabinets, how many boards in each, how many chips on each board.
 * It is a count and a shape, never 8,192 objects: single parts are addressed by ordinals (`partPath.ts`).
 */

/** How firm a count or a dimension is. `published` stands in the record; `assumed` carries a reason. */
export type Basis = 'published' | 'derived' | 'assumed';

/** A length, count or position with how firm it is, in SI units. */
export interface Grounded {
  readonly value: number;
  readonly basis: Basis;
  /** Why it is assumed or how it is derived; empty where published. */
  readonly reason: string;
}

/** What kind of thing a class is: it decides how the class is drawn and named. */
export type PartKind =
  | 'cabinet'
  | 'door'
  | 'manifold'
  | 'busbar'
  | 'backplane'
  | 'power-shelf'
  | 'board'
  | 'switch-device'
  | 'spare-slot'
  | 'processor'
  | 'cpu'
  | 'switch-chip'
  | 'memory-module'
  | 'network-card'
  | 'optical-port'
  | 'cold-plate'
  | 'substrate'
  | 'compute-die'
  | 'io-die'
  | 'memory-stack'
  | 'cable-tray';

/** The five levels of the flight, outermost first. */
export const levels = ['hall', 'row', 'cabinet', 'board', 'package'] as const;
export type Level = (typeof levels)[number];

export interface PartClass {
  /** Unique in the machine, for example `compute-cabinet`. */
  readonly id: string;
  readonly kind: PartKind;
  /** Class that contains it; null for what stands in the hall. */
  readonly parent: string | null;
  /** How many one parent holds. */
  readonly perParent: Grounded;
  /** How many the whole machine holds: the product down from the hall. */
  readonly total: number;
  /** Keys of the record that describe it, `subject.property`, most telling first. */
  readonly figures: readonly string[];
}

export interface Machine {
  readonly system: string;
  readonly chip: string;
  /** Parents before their children. */
  readonly classes: readonly PartClass[];
  /** Published floor of the whole machine, square metres; null where none is. */
  readonly floorArea: number | null;
}

/** The class of that id. Throws naming the id and the ids the machine has. */
export function partClass(machine: Machine, id: string): PartClass {
  const found = machine.classes.find((candidate) => candidate.id === id);
  if (!found) {
    throw new RangeError(
      `part class "${id}" is not in ${machine.system}; it has ${machine.classes.map((c) => c.id).join(', ')}`,
    );
  }
  return found;
}

/** The classes directly inside `parent` (null: those in the hall), in the machine's order. */
export function childClasses(machine: Machine, parent: string | null): readonly PartClass[] {
  return machine.classes.filter((candidate) => candidate.parent === parent);
}

/** The chain of classes from the hall down to `id`, both ends included. */
export function lineage(machine: Machine, id: string): readonly PartClass[] {
  const chain: PartClass[] = [];
  for (let next: string | null = id; next !== null; next = chain[0]!.parent) {
    chain.unshift(partClass(machine, next));
  }
  return chain;
}
