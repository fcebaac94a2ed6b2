import type { Cabling, LinkCount } from '../../model/hardware/cabling.ts';
import { partClass } from '../../model/hardware/machine.ts';
import { addBoard } from '../board/board.ts';
import {
  addSlotBox,
  addSlotMarks,
  bodyLook,
  lookOf,
  sideGap,
  slotWidth,
  type CabinetDrawing,
} from './cabinet.ts';
import type { Focus } from '../hall/focus.ts';
import type { StandingCabinet } from '../hall/hall.ts';
import { plinth } from './slots.ts';
import type { Pose } from '../solid/pose.ts';
import type { SolidsBuilder } from '../solid/solids.ts';
import { trayOf } from '../board/tray.ts';

/** Thickness of panels and doors, and side of a post, metres. */
const sheet = 0.018;
/** How far the faces of boards stand back from the front of their cabinet, metres. */
export const faceSetback = 0.035;
/** Height of the top of a board's plate over the floor of its slot, metres. */
export const plateTop = 0.011;
/** Panel and post stand side by side in the clear width beside the slots, so that boards slide past them. */
const post = sideGap - sheet;

interface Open {
  readonly solids: SolidsBuilder;
  readonly drawing: CabinetDrawing;
  readonly standing: StandingCabinet;
  readonly focus: Focus;
  readonly pose: Pose;
  /** Takes the roof and the left panel off too. */
  readonly xray: boolean;
  /** Links to draw, or null. */
  readonly cables: Cabling | null;
  /** Merges what is counted on faces, for a picture too small to count on. */
  readonly coarse?: boolean;
}

/**
 * The one cabinet that stands open: frame without its right panel, the door swung back, every slot a box of its own,
 * what stands at the rear, and one board drawn out.
 */
export function addOpenCabinet(open: Open): void {
  addFrame(open);
  addRear(open);
  addStack(open);
  if (open.cables?.cabinet) addBackplane(open, open.cables.cabinet);
}

/** Lines from the back of every board to what stands behind it: the way of the links inside the cabinet. */
function addBackplane(open: Open, { medium }: LinkCount): void {
  const { solids, drawing, standing, pose, focus } = open;
  const { layout } = drawing;
  const { rear } = layout.cabinets.find((candidate) => candidate.id === standing.classId)!;
  const plane = rear.find((part) => part.kind === 'backplane');
  if (!plane) return;
  const owner = solids.own([cabinetStep(open)]);
  const front = standing.z + layout.cabinet.depth.value / 2 - faceSetback;
  const back =
    standing.z - layout.cabinet.depth.value / 2 + 0.035 + plane.size_mm[1] / 1000 - 0.5 * pose.spread;
  const width = slotWidth(layout);
  for (const stacked of drawing.slots) {
    const depth = trayOf(layout, stacked.slot.id)?.depth.value;
    const isOpen = focus.board?.classId === stacked.slot.id && focus.board.ordinal === stacked.ordinal;
    if (depth === undefined || isOpen) continue;
    const length = front - depth - back;
    if (length <= 0.005) continue;
    for (let i = 0; i < 4; i++) {
      const across = plane.spread[0] + (plane.spread[1] - plane.spread[0]) * (i / 3) - 0.5;
      solids.add({
        centre: [standing.x + across * width, stacked.y, back + length / 2],
        size: [0.012, 0.006, length],
        tone: medium === 'optical' ? 'fibre' : 'wire',
        look: 'plain',
        owner,
      });
    }
  }
}

const cabinetStep = ({ standing }: Open) => ({ classId: standing.classId, ordinal: standing.ordinal });

function addFrame(open: Open): void {
  const { solids, drawing, standing, pose, xray } = open;
  const { width, depth, height } = drawing.layout.cabinet;
  const [w, d, h] = [width.value, depth.value, height.value];
  const { x, z } = standing;
  const owner = solids.own([cabinetStep(open)]);
  const tone = drawing.optical ? 'opticalCabinet' : 'cabinet';
  const body = bodyLook(drawing.layout);
  const panel = xray ? 'ghost' : body;
  // Roof and side come off once the cables above and the cabinet beside have faded.
  const off = pose.spread * pose.thin;
  const roof = h - sheet / 2 + 0.32 * off;
  const left = x - w / 2 + sheet / 2 - 0.25 * off;
  const posts = [
    [x + w / 2 - post / 2, z + d / 2 - post / 2],
    [x + w / 2 - post / 2, z - d / 2 + post / 2],
    [x - w / 2 + sheet + post / 2, z + d / 2 - post / 2],
  ] as const;
  solids.add({
    centre: [x, plinth / 2, z],
    size: [w, plinth, d],
    tone: 'frame',
    look: bodyLook(drawing.layout),
    owner,
  });
  solids.add({ centre: [x, roof, z], size: [w, sheet, d], tone, look: panel, owner });
  solids.add({
    centre: [left, (h + plinth - sheet) / 2, z],
    size: [sheet, h - plinth - sheet, d],
    tone,
    look: panel,
    owner,
  });
  for (const [px, pz] of posts) {
    solids.add({
      centre: [px, (h + plinth - sheet) / 2, pz],
      size: [post, h - plinth - sheet, post],
      tone: 'frame',
      look: bodyLook(drawing.layout),
      owner,
    });
  }
  if (pose.door > 0) addDoor(open, owner, tone);
}

/** A leaf hinged on its left edge, swung open by up to 112 degrees. */
function addDoor(
  { solids, drawing, standing, pose }: Open,
  owner: number,
  tone: 'cabinet' | 'opticalCabinet',
): void {
  const { width, depth, height } = drawing.layout.cabinet;
  const angle = pose.door * ((112 * Math.PI) / 180);
  const reach = width.value / 2;
  solids.add({
    centre: [
      standing.x - width.value / 2 + Math.cos(angle) * reach,
      height.value / 2,
      standing.z + depth.value / 2 + 0.012 + Math.sin(angle) * reach,
    ],
    size: [width.value, height.value - 0.08, sheet],
    tone,
    look: bodyLook(drawing.layout),
    owner,
    yaw: -angle,
  });
}

function addRear(open: Open): void {
  const { solids, drawing, standing, pose } = open;
  const { layout, machine } = drawing;
  const inner = slotWidth(layout);
  const height = layout.cabinet.height.value;
  for (const part of layout.cabinets.find((candidate) => candidate.id === standing.classId)!.rear) {
    const count = partClass(machine, part.id).perParent.value;
    const [width, depth] = [part.size_mm[0] / 1000, part.size_mm[1] / 1000];
    for (let i = 0; i < count; i++) {
      const share = count === 1 ? 0.5 : i / (count - 1);
      const across = part.spread[0] + (part.spread[1] - part.spread[0]) * share - 0.5;
      const back = standing.z - layout.cabinet.depth.value / 2 + 0.035;
      solids.add({
        centre: [standing.x + across * inner, height / 2, back + depth / 2 - 0.5 * pose.spread],
        size: [width, height - 0.22, depth],
        tone: part.kind === 'manifold' ? 'pipe' : part.kind === 'busbar' ? 'metal' : 'wire',
        look: lookOf(machine, part.id),
        owner: solids.own([cabinetStep(open), { classId: part.id, ordinal: i + 1 }]),
      });
    }
  }
}

function addStack(open: Open): void {
  const { solids, drawing, standing, focus, pose } = open;
  const { layout, machine } = drawing;
  const front = standing.z + layout.cabinet.depth.value / 2 - faceSetback;
  const width = slotWidth(layout);
  drawing.slots.forEach((stacked, index) => {
    const path = [cabinetStep(open), { classId: stacked.slot.id, ordinal: stacked.ordinal }];
    const tray = trayOf(layout, stacked.slot.id);
    const depth = tray?.depth.value ?? layout.cabinet.depth.value * 0.62;
    const isOpen = focus.board?.classId === stacked.slot.id && focus.board.ordinal === stacked.ordinal;
    if (isOpen && tray && pose.slide > 0) {
      const y = stacked.y - stacked.height / 2 + plateTop;
      const drawn = { machine, layout, path, x: standing.x, y, front: front + pose.slide * depth, width };
      addBoard(solids, { ...drawn, open: focus.package, cables: open.cables }, pose);
      return;
    }
    const pulled = pose.spread * (index % 2 === 0 ? 0.34 : 0.16);
    const place = { x: standing.x, front: front + pulled, depth, owner: solids.own(path) };
    addSlotBox(solids, drawing, stacked, place);
    solids.together(() => addSlotMarks(solids, drawing, stacked, place, open.coarse ?? false));
  });
}
