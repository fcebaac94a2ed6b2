import type { Layout, Slot } from '../../data/schema/layout.ts';

/** One place in a cabinet's stack. */
export interface StackedSlot {
  readonly slot: Slot;
  /** 1 … count of its class in the cabinet, from the top. */
  readonly ordinal: number;
  /** Height of its middle over the floor and its own height, metres. */
  readonly y: number;
  readonly height: number;
}

/** What a cabinet's floor and roof take of its height, metres. */
export const plinth = 0.06;

/**
 * Stacks a cabinet from the top down. What the stack leaves free is split between top and bottom.
 *
 * @param countOf how many of a slot's class stand in this stretch of the stack
 * @throws RangeError where the stack is taller than the cabinet, naming both heights
 */
export function stackSlots(
  layout: Layout,
  cabinetId: string,
  countOf: (slot: Slot) => number,
): readonly StackedSlot[] {
  const cabinet = layout.cabinets.find((candidate) => candidate.id === cabinetId);
  if (!cabinet) throw new RangeError(`cabinet "${cabinetId}" is not in the layout of ${layout.system}`);
  const unit = layout.unit.value;
  const used = cabinet.stack.reduce((sum, slot) => sum + countOf(slot) * slot.units * unit, 0);
  const free = layout.cabinet.height.value - 2 * plinth - used;
  if (free < 0) {
    throw new RangeError(
      `stack of ${cabinetId} in ${layout.system} is ${used.toFixed(3)} m tall; the cabinet leaves ${(used + free).toFixed(3)} m`,
    );
  }
  const seen = new Map<string, number>();
  const slots: StackedSlot[] = [];
  let top = layout.cabinet.height.value - plinth - free / 2;
  for (const slot of cabinet.stack) {
    const height = slot.units * unit;
    for (let i = 0; i < countOf(slot); i++) {
      const ordinal = (seen.get(slot.id) ?? 0) + 1;
      seen.set(slot.id, ordinal);
      slots.push({ slot, ordinal, y: top - height / 2, height });
      top -= height;
    }
  }
  return slots;
}
