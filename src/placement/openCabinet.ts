import { partClass } from '../model/hardware/machine.ts';
import { addBoard } from './board.ts';
import { addSlot, lookOf, slotWidth, type CabinetDrawing } from './cabinet.ts';
import type { Focus } from './focus.ts';
import type { StandingCabinet } from './hall.ts';
import { plinth } from './slots.ts';
import type { Pose } from './pose.ts';
import type { SolidsBuilder } from './solids.ts';
import { trayOf } from './tray.ts';

/** Thickness of frame, panels and doors, metres. */
const sheet = 0.018;

/**
 * The one cabinet that stands open: frame without its right panel, the door swung back, every slot a box of its own,
 * what stands at the rear, and one board drawn out.
 *
 * @param xray also takes the other panels off
 */
export function addOpenCabinet(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  standing: StandingCabinet,
  focus: Focus,
  pose: Pose,
  xray: boolean,
): void {
  const { layout, machine } = drawing;
  const [width, depth, height] = [
    layout.cabinet.width.value,
    layout.cabinet.depth.value,
    layout.cabinet.height.value,
  ];
  const { x, z } = standing;
  const cabinet = { classId: standing.classId, ordinal: standing.ordinal };
  const owner = solids.own([cabinet]);
  const tone = drawing.optical ? 'opticalCabinet' : 'cabinet';
  const panel = xray ? 'ghost' : 'ink';
  const front = z + depth / 2;

  solids.add({ centre: [x, plinth / 2, z], size: [width, plinth, depth], tone: 'frame', look: 'ink', owner });
  solids.add({
    centre: [x, height - sheet / 2 + 0.32 * pose.lift, z],
    size: [width, sheet, depth],
    tone,
    look: panel,
    owner,
  });
  solids.add({
    centre: [x - width / 2 + sheet / 2 - 0.25 * pose.lift, height / 2, z],
    size: [sheet, height - 2 * sheet, depth],
    tone,
    look: panel,
    owner,
  });
  const posts = [[1, 1], [1, -1], [-1, 1]] as const; // prettier-ignore
  for (const [sx, sz] of posts) {
    solids.add({
      centre: [x + sx * (width / 2 - 0.02), height / 2, z + sz * (depth / 2 - 0.02)],
      size: [0.035, height - 2 * plinth, 0.035],
      tone: 'frame',
      look: 'ink',
      owner,
    });
  }
  if (pose.door > 0)
    addDoor(solids, [x - width / 2, height / 2, front], [width, height - 0.08], pose.door, tone, owner);

  const rear = layout.cabinets.find((candidate) => candidate.id === standing.classId)!.rear;
  for (const part of rear) {
    const count = partClass(machine, part.id).perParent.value;
    const inner = slotWidth(layout);
    for (let i = 0; i < count; i++) {
      const share = count === 1 ? 0.5 : i / (count - 1);
      const at = part.spread[0] + (part.spread[1] - part.spread[0]) * share;
      solids.add({
        centre: [
          x + (at - 0.5) * inner,
          height / 2,
          z - depth / 2 + 0.02 + part.size_mm[1] / 2000 - 0.5 * pose.lift,
        ],
        size: [part.size_mm[0] / 1000, height - 0.22, part.size_mm[1] / 1000],
        tone: part.kind === 'manifold' ? 'pipe' : part.kind === 'busbar' ? 'metal' : 'wire',
        look: lookOf(machine, part.id),
        owner: solids.own([cabinet, { classId: part.id, ordinal: i + 1 }]),
      });
    }
  }

  drawing.slots.forEach((stacked, index) => {
    const path = [cabinet, { classId: stacked.slot.id, ordinal: stacked.ordinal }];
    const tray = trayOf(layout, stacked.slot.id);
    const slotDepth = tray?.depth.value ?? depth * 0.62;
    const open = focus.board?.classId === stacked.slot.id && focus.board.ordinal === stacked.ordinal;
    const pulled = pose.lift * (index % 2 === 0 ? 0.34 : 0.16);
    const face = front - 0.03 + (open && tray ? pose.slide * slotDepth : pulled);
    if (open && tray && pose.slide > 0) {
      const y = stacked.y - stacked.height / 2 + 0.011;
      addBoard(
        solids,
        { machine, layout, path, x, y, front: face, width: slotWidth(layout), open: focus.package },
        pose,
      );
      return;
    }
    addSlot(solids, drawing, stacked, {
      x,
      front: face,
      depth: slotDepth,
      owner: solids.own(path),
      coarse: false,
      box: true,
    });
  });
}

/** A leaf hinged on its left edge, swung open by up to 112 degrees. */
function addDoor(
  solids: SolidsBuilder,
  hinge: readonly [number, number, number],
  [width, height]: readonly [number, number],
  share: number,
  tone: 'cabinet' | 'opticalCabinet',
  owner: number,
): void {
  const angle = share * ((112 * Math.PI) / 180);
  const reach = width / 2;
  solids.add({
    centre: [hinge[0] + Math.cos(angle) * reach, hinge[1], hinge[2] + 0.012 + Math.sin(angle) * reach],
    size: [width, height, sheet],
    tone,
    look: 'ink',
    owner,
    yaw: -angle,
  });
}
