import { lineage, type Machine, type PartClass } from './machine.ts';

/**
 * One part or one class of parts, as written in the address of a page: `compute-cabinet.3/board.2/npu.5`.
 * Ordinals start at 1. A last step without an ordinal (`compute-cabinet.3/board`) names the whole class there.
 */
export interface PartStep {
  readonly classId: string;
  /** 1 … perParent, or null for all of the class. */
  readonly ordinal: number | null;
}
export type PartPath = readonly PartStep[];

const step = /^([a-z0-9-]+?)(?:\.([1-9]\d{0,5}))?$/;

/**
 * Reads a part path for a machine.
 * Throws a RangeError that names the step, its value and what is allowed.
 */
export function readPartPath(machine: Machine, text: string): PartPath {
  if (text === '') return [];
  const steps = text.split('/').map((word): PartStep => {
    const match = step.exec(word);
    if (!match) throw new RangeError(`part "${word}" is not of the form class.number`);
    return { classId: match[1]!, ordinal: match[2] === undefined ? null : Number(match[2]) };
  });
  const chain = lineage(machine, steps.at(-1)!.classId);
  if (chain.length !== steps.length || chain.some((cls, depth) => cls.id !== steps[depth]!.classId)) {
    throw new RangeError(`part "${text}" must be reached by ${chain.map((cls) => cls.id).join('/')}`);
  }
  steps.forEach((current, depth) => checkOrdinal(current, chain[depth]!, depth === steps.length - 1));
  return steps;
}

function checkOrdinal(current: PartStep, cls: PartClass, last: boolean): void {
  if (current.ordinal === null) {
    if (!last) throw new RangeError(`part "${cls.id}" needs a number from 1 to ${cls.perParent.value}`);
    return;
  }
  if (current.ordinal > cls.perParent.value) {
    throw new RangeError(
      `part "${cls.id}.${current.ordinal}" is out of range; allowed are 1 to ${cls.perParent.value}`,
    );
  }
}

/** The text `readPartPath` reads back to the same path. */
export function printPartPath(path: PartPath): string {
  return path.map(({ classId, ordinal }) => (ordinal === null ? classId : `${classId}.${ordinal}`)).join('/');
}
