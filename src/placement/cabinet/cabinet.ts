import type { Tone } from '../../encoding/tone.ts';
import type { Layout, Slot } from '../../data/schema/layout.ts';
import { childClasses, partClass, type Machine, type PartKind } from '../../model/hardware/machine.ts';
import { faceMarks, type FaceContents } from './face.ts';
import type { StandingCabinet } from '../hall/hall.ts';
import { plinth, stackSlots, type StackedSlot } from './slots.ts';
import type { Look, SolidsBuilder } from '../solid/solids.ts';

/** Clear width left and right of the slots, metres. */
export const sideGap = 0.04;

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

/** How a cabinet is outlined: pencil where nobody published its size. */
export function bodyLook({ cabinet }: Layout): Look {
  return [cabinet.width, cabinet.depth, cabinet.height].some(({ basis }) => basis === 'assumed')
    ? 'pencil'
    : 'ink';
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

/** Where a slot is drawn: its middle across, the z of its face, how deep its box is; metres. */
export interface SlotPlace {
  readonly x: number;
  readonly front: number;
  readonly depth: number;
  readonly owner: number;
}

/** The box of a slot. */
export function addSlotBox(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  stacked: StackedSlot,
  place: SlotPlace,
): void {
  solids.add({
    centre: [place.x, stacked.y, place.front - place.depth / 2],
    size: [slotWidth(drawing.layout), stacked.height - 0.006, place.depth],
    tone: slotTone(stacked.slot.kind, drawing.optical),
    look: lookOf(drawing.machine, stacked.slot.id),
    owner: place.owner,
  });
}

/** The marks on a slot's face. */
export function addSlotMarks(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  stacked: StackedSlot,
  place: SlotPlace,
  coarse: boolean,
): void {
  const width = slotWidth(drawing.layout);
  const height = stacked.height - 0.006;
  const upwards = faceMarks(faceContents(drawing, stacked), coarse).toSorted((a, b) => a.y - b.y);
  for (const mark of upwards) {
    solids.add({
      centre: [place.x + (mark.x - 0.5) * width, stacked.y + (mark.y - 0.5) * height, place.front + 0.003],
      size: [mark.width * width, mark.height * height, 0.006],
      tone: mark.tone,
      look: 'plain',
      owner: place.owner,
    });
  }
}

/** How closed cabinets are drawn: whole, as a body alone, with their bodies as outlines, or as outlines alone. */
export type CabinetLook = 'whole' | 'bare' | 'xray' | 'faded';

/**
 * A closed cabinet with its front doors off: a body, the face of every slot, and what can be counted on it.
 * `detail` adds more to the same group.
 */
export function addClosedCabinet(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  standing: StandingCabinet,
  options: { coarse: boolean; look: CabinetLook; detail?: (owner: number) => void },
): void {
  const { width, depth, height } = drawing.layout.cabinet;
  const cabinet = { classId: standing.classId, ordinal: standing.ordinal };
  const owner = solids.own([cabinet]);
  const front = standing.z + depth.value / 2 + 0.016;
  const place = (stacked: StackedSlot): SlotPlace => ({
    x: standing.x,
    front,
    depth: 0.016,
    owner: options.coarse
      ? owner
      : solids.own([cabinet, { classId: stacked.slot.id, ordinal: stacked.ordinal }]),
  });
  solids.together(() => {
    solids.add({
      centre: [standing.x, height.value / 2, standing.z],
      size: [width.value, height.value, depth.value],
      tone: drawing.optical ? 'opticalCabinet' : 'cabinet',
      look: options.look === 'whole' || options.look === 'bare' ? bodyLook(drawing.layout) : 'ghost',
      owner,
    });
    if (options.look === 'faded' || options.look === 'bare') return;
    solids.add({
      centre: [standing.x, plinth / 2, front - 0.01],
      size: [width.value, plinth, 0.012],
      tone: 'frame',
      look: 'plain',
      owner,
    });
    // From the bottom up, as one looks down on them.
    const places = drawing.slots.toReversed().map((stacked) => ({ stacked, at: place(stacked) }));
    if (!options.coarse) for (const { stacked, at } of places) addSlotBox(solids, drawing, stacked, at);
    for (const { stacked, at } of places) addSlotMarks(solids, drawing, stacked, at, options.coarse);
    options.detail?.(owner);
  });
}
