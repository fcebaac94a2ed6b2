import { childClasses, partClass, type Machine, type PartClass } from '../../model/hardware/machine.ts';
import type { PartPath, PartStep } from '../../model/hardware/partPath.ts';
import { heldBy, processorClass } from './machines.ts';
import { capital, type Words } from './words.ts';

/** `compute cabinet 3 of 16`, `16 compute cabinets`, or `management switch` where there is one alone. */
export function stepName(words: Words, machine: Machine, { classId, ordinal }: PartStep): string {
  const all = partClass(machine, classId).perParent.value;
  if (ordinal === null) return words.counted(all, classId);
  if (all === 1) return words.one(classId);
  return words.say('one-of', { part: words.one(classId), ordinal, all });
}

/** `compute cabinet 3`, without how many there are. */
export function shortName(words: Words, machine: Machine, { classId, ordinal }: PartStep): string {
  const alone = partClass(machine, classId).perParent.value === 1;
  if (ordinal === null) return words.many(classId);
  return alone ? words.one(classId) : words.say('numbered', { part: words.one(classId), ordinal });
}

/** `NPU 5 of 8 on compute board 2, compute cabinet 3`: the part first, then what it is in. */
export function pathName(words: Words, machine: Machine, path: PartPath): string {
  const last = path.at(-1);
  if (!last) return words.say('whole-machine');
  const around = path.slice(0, -1).reverse();
  const name = stepName(words, machine, last);
  if (around.length === 0) return name;
  const place = around.map((step) => shortName(words, machine, step)).join(', ');
  return words.say('inside', { part: name, place });
}

/** What one part of a class holds: `64 NPUs on 8 compute boards`, or a count of each class; empty for a leaf. */
export function holds(words: Words, machine: Machine, cls: PartClass): string {
  const processor = processorClass(machine);
  const processors = processor && processor.id !== cls.id ? heldBy(machine, cls, processor) : 0;
  if (processor && processors > 0 && processor.parent !== cls.id) {
    const carrier = partClass(machine, processor.parent!);
    return words.say('processors-on', {
      processors: words.counted(processors, processor.id),
      carriers: words.counted(heldBy(machine, cls, carrier), carrier.id),
    });
  }
  return words.list(
    childClasses(machine, cls.id).map(({ id, perParent }) => words.counted(perParent.value, id)),
  );
}

/** What a part means in a sentence: what it holds, else how many the machine has. */
export function detailOf(words: Words, machine: Machine, { classId, ordinal }: PartStep): string {
  const cls = partClass(machine, classId);
  const held = holds(words, machine, cls);
  if (held !== '') return ordinal === null ? words.say('each', { held }) : held;
  return cls.total > 1 ? words.say('in-all', { total: cls.total }) : '';
}

/** What a label on the drawing says of a part: its processors, else what it holds, else which of how many it is. */
export function labelDetail(words: Words, machine: Machine, { classId, ordinal }: PartStep): string {
  const cls = partClass(machine, classId);
  const processor = processorClass(machine);
  const held = holds(words, machine, cls);
  if (held === '') return cls.perParent.value > 1 ? rankOf(words, cls, ordinal) : '';
  const processors = processor && processor.id !== cls.id ? heldBy(machine, cls, processor) : 0;
  if (processor && processors > 0) {
    return processor.parent === cls.id ? words.counted(processors, processor.id) : held;
  }
  return cls.parent === null ? words.say('switches-only', { total: cls.total }) : held;
}

function rankOf(words: Words, { perParent, total }: PartClass, ordinal: number | null): string {
  return ordinal === null
    ? words.say('in-all', { total })
    : words.say('rank', { ordinal, all: perParent.value });
}

/** The counts of all cabinet classes: `16 compute cabinets and 4 interconnect cabinets`. */
export function cabinetsOf(words: Words, machine: Machine): string {
  return words.list(childClasses(machine, null).map(({ id, total }) => words.counted(total, id)));
}

/** Title of a part on the drawing and in its card. */
export function titleOf(words: Words, machine: Machine, step: PartStep): string {
  return capital(shortName(words, machine, step));
}
