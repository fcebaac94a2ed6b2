import type { Count, Layout } from '../../data/schema/layout.ts';
import type { Grounded, Machine, PartClass, PartKind } from './machine.ts';

/**
 * Counts the machine out of its layout.
 *
 * @param layout where things stand and how many one holds of another
 * @param figure the number behind a figure's key (`subject.property`, or a bare property of the layout's system);
 *   throws where the record has none
 * @returns every part class, parents before children, totals multiplied down from the hall
 */
export function machineFromLayout(layout: Layout, figure: (key: string) => number): Machine {
  const classes: PartClass[] = [];

  const keyOf = (word: string) => (word.includes('.') ? word : `${layout.system}.${word}`);
  const resolve = (count: Count): Grounded =>
    'of' in count
      ? { value: figure(keyOf(count.of)), basis: 'published', reason: '' }
      : { value: count.value, basis: count.basis, reason: count.reason };

  const add = (
    entry: { id: string; kind: PartKind; count: Count; figures: readonly string[] },
    parent: PartClass | null,
  ) => {
    const perParent = resolve(entry.count);
    const own = 'of' in entry.count ? [keyOf(entry.count.of)] : [];
    const same = classes.find((candidate) => candidate.id === entry.id);
    if (same) {
      // A class may fill two stretches of one stack (ten trays above the switches, eight below).
      if (same.parent !== (parent?.id ?? null)) {
        throw new RangeError(`part class "${entry.id}" of ${layout.system} stands in two places`);
      }
      const reasons = [...new Set([same.perParent.reason, perParent.reason])].filter(Boolean);
      const sum = {
        ...same.perParent,
        value: same.perParent.value + perParent.value,
        reason: reasons.join('; '),
      };
      const merged = { ...same, perParent: sum, total: sum.value * (parent?.total ?? 1) };
      classes[classes.indexOf(same)] = merged;
      return merged;
    }
    const made: PartClass = {
      id: entry.id,
      kind: entry.kind,
      parent: parent?.id ?? null,
      perParent,
      total: perParent.value * (parent?.total ?? 1),
      figures: [...new Set([...own, ...entry.figures.map(keyOf)])],
    };
    classes.push(made);
    return made;
  };

  for (const cabinet of layout.cabinets) {
    const made = add({ ...cabinet, kind: 'cabinet' }, null);
    for (const slot of cabinet.stack) add(slot, made);
    for (const part of cabinet.rear) add(part, made);
  }
  for (const { id, parts } of layout.trays) {
    const parent = classes.find((candidate) => candidate.id === id);
    if (!parent) throw new RangeError(`tray "${id}" of ${layout.system} is in no cabinet's stack`);
    for (const part of parts) add(part, parent);
  }
  for (const { id, parts } of layout.packages) {
    const parent = classes.find((candidate) => candidate.id === id);
    if (!parent) throw new RangeError(`package "${id}" of ${layout.system} is on no tray`);
    for (const part of parts) add(part, parent);
  }
  const area = layout.hall.floor_area;
  return {
    system: layout.system,
    chip: layout.chip,
    classes,
    floorArea: area === null ? null : figure(keyOf(area)),
  };
}
