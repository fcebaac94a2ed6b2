import type { Tone } from '../encoding/tone.ts';
import type { Layout, Slot } from '../data/schema/layout.ts';
import { childClasses, partClass, type Machine, type PartKind } from '../model/hardware/machine.ts';
import { faceMarks, type FaceContents } from './face.ts';
import type { StandingCabinet } from './hall.ts';
import { plinth, stackSlots, type StackedSlot } from './slots.ts';
import type { Look, SolidsBuilder } from './solids.ts';

/** Clear width left and right of the slots, metres. */
const sideGap = 0.04;

/** Everything the drawing of one cabinet needs to know of its machine. */
export interface CabinetDrawing {
  readonly machine: Machine;
  readonly layout: Layout;
  readonly slots: readonly StackedSlot[];
  /** Whether light leaves this cabinet by the ports of its own devices. */
  readonly optical: boolean;
}

export function cabinetDrawing(machine: Machine, layout: Layout, classId: string): CabinetDrawing {
  const slots = stackSlots(layout, classId, (slot) => countInStretch(machine, layout, classId, slot));
  const holdsProcessors = childClasses(machine, classId).some((cls) => processorsOn(machine, cls.id) > 0);
  return { machine, layout, slots, optical: !holdsProcessors && layout.overhead?.medium === 'optical' };
}

/** A slot's own count; one that takes its number from the record takes the class's. */
function countInStretch(machine: Machine, layout: Layout, cabinetId: string, slot: Slot): number {
  if (!('of' in slot.count)) return slot.count.value;
  const stretches = layout.cabinets
    .find((c) => c.id === cabinetId)!
    .stack.filter((other) => other.id === slot.id);
  return partClass(machine, slot.id).perParent.value / stretches.length;
}

function processorsOn(machine: Machine, boardClass: string): number {
  return childClasses(machine, boardClass).find((cls) => cls.kind === 'processor')?.perParent.value ?? 0;
}

/** The tone of a slot's own box. */
export function slotTone(kind: PartKind, optical: boolean): Tone {
  if (kind === 'power-shelf') return 'power';
  if (kind === 'spare-slot') return 'blank';
  return optical ? 'opticalBoard' : 'board';
}

/** How a part is outlined: pencil where its number is assumed. */
export function lookOf(machine: Machine, classId: string): Look {
  return partClass(machine, classId).perParent.basis === 'assumed' ? 'pencil' : 'ink';
}

export function faceContents(drawing: CabinetDrawing, stacked: StackedSlot): FaceContents {
  const { machine, layout } = drawing;
  const board = stacked.slot.id;
  const grid = layout.trays
    .find((tray) => tray.id === board)
    ?.parts.find((part) => part.kind === 'processor')?.grid;
  const children = childClasses(machine, board);
  return {
    kind: stacked.slot.kind,
    processors: processorsOn(machine, board),
    processorGrid: grid ?? [1, 1],
    switchChips: children.find((cls) => cls.kind === 'switch-chip')?.perParent.value ?? 0,
    optical:
      stacked.slot.kind === 'switch-device'
        ? drawing.optical
        : children.some((cls) => cls.kind === 'optical-port'),
    slenderness: stacked.height / (layout.cabinet.width.value - 2 * sideGap),
  };
}

/** Inner width of a cabinet, where slots stand. */
export const slotWidth = (layout: Layout): number => layout.cabinet.width.value - 2 * sideGap;

/**
 * A slot's front and the marks on it.
 * @param front z of the slot's face, metres
 * @param depth how deep the slot's box is drawn
 */
export function addSlot(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  stacked: StackedSlot,
  place: { x: number; front: number; depth: number; owner: number; coarse: boolean; box: boolean },
): void {
  const width = slotWidth(drawing.layout);
  const height = stacked.height - 0.006;
  const { x, front, depth, owner, coarse } = place;
  if (place.box) {
    solids.add({
      centre: [x, stacked.y, front - depth / 2],
      size: [width, height, depth],
      tone: slotTone(stacked.slot.kind, drawing.optical),
      look: lookOf(drawing.machine, stacked.slot.id),
      owner,
    });
  }
  for (const mark of faceMarks(faceContents(drawing, stacked), coarse)) {
    solids.add({
      centre: [x + (mark.x - 0.5) * width, stacked.y + (mark.y - 0.5) * height, front + 0.003],
      size: [mark.width * width, mark.height * height, 0.006],
      tone: mark.tone,
      look: 'plain',
      owner,
    });
  }
}

/** A closed cabinet with its front doors off: a body, the face of every slot, and what can be counted on it. */
export function addClosedCabinet(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  standing: StandingCabinet,
  options: { coarse: boolean; ghost: boolean },
): void {
  const { width, depth, height } = drawing.layout.cabinet;
  const cabinet = { classId: standing.classId, ordinal: standing.ordinal };
  const owner = solids.own([cabinet]);
  const body = drawing.optical ? 'opticalCabinet' : 'cabinet';
  solids.add({
    centre: [standing.x, height.value / 2, standing.z],
    size: [width.value, height.value, depth.value],
    tone: body,
    look: options.ghost ? 'ghost' : 'ink',
    owner,
  });
  if (options.ghost && options.coarse) return;
  const front = standing.z + depth.value / 2 + 0.012;
  for (const stacked of drawing.slots) {
    const slot = options.coarse
      ? owner
      : solids.own([cabinet, { classId: stacked.slot.id, ordinal: stacked.ordinal }]);
    addSlot(solids, drawing, stacked, {
      x: standing.x,
      front,
      depth: 0.016,
      owner: slot,
      coarse: options.coarse,
      box: !options.coarse,
    });
  }
  solids.add({
    centre: [standing.x, plinth / 2, front - 0.008],
    size: [width.value, plinth, 0.012],
    tone: 'frame',
    look: 'plain',
    owner,
  });
}
