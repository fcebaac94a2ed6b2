import type { Tone } from '../../encoding/tone.ts';
import { partClass, type Machine, type PartKind } from '../../model/hardware/machine.ts';
import type { PartPath, PartStep } from '../../model/hardware/partPath.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import { lookOf } from '../cabinet/cabinet.ts';
import { addPackage } from '../package/package.ts';
import type { Pose } from '../solid/pose.ts';
import type { SolidsBuilder } from '../solid/solids.ts';
import { packageOf, placeParts, trayOf, type PlacedBox } from './tray.ts';
import { addBoardWires, trace, type Footing } from '../cable/wires.ts';

const toneOf: Partial<Record<PartKind, Tone>> = {
  processor: 'processor',
  cpu: 'cpu',
  'switch-chip': 'switchChip',
  'memory-module': 'memory',
  'network-card': 'card',
  'optical-port': 'opticalPort',
  'cold-plate': 'metal',
};

/** How high parts rise over the board when it is pulled apart, metres. */
const rise: Partial<Record<PartKind, number>> = {
  'cold-plate': 0.16,
  processor: 0.05,
  cpu: 0.05,
  'memory-module': 0.07,
};

/** Thickness of the board's plate, metres. */
const plate = 0.008;
/** Height of a part's underside over the plate: the traces pass below. */
const standOff = trace + 0.0003;

/** Height of an open package's underside over the top of its board's plate, metres. */
export const packageFoot = (pose: Pose): number => standOff + (rise.processor ?? 0) * pose.lift;

export interface DrawnBoard {
  readonly machine: Machine;
  readonly layout: Layout;
  readonly path: readonly PartStep[];
  /** Centre of the board's front edge on the plate's top, metres. */
  readonly x: number;
  readonly y: number;
  readonly front: number;
  readonly width: number;
  /** Which package on it is open. */
  readonly open: { readonly classId: string; readonly ordinal: number } | null;
  /** Links to draw on it, or null. */
  readonly cables: Cabling | null;
}

/** A board drawn out of its cabinet: plate, low walls, every part on it, one package uncovered. */
export function addBoard(solids: SolidsBuilder, board: DrawnBoard, pose: Pose): void {
  const { machine, layout, path, x, y, front, width } = board;
  const classId = path.at(-1)!.classId;
  const tray = trayOf(layout, classId);
  if (!tray) return;
  const depth = tray.depth.value;
  const owner = solids.own(path);
  const look = 'ink';
  const middle = front - depth / 2;
  solids.add({ centre: [x, y - plate / 2, middle], size: [width, plate, depth], tone: 'board', look, owner });
  for (const side of [-1, 1]) {
    solids.add({
      centre: [x + (side * (width - 0.004)) / 2, y + 0.011, middle],
      size: [0.004, 0.022, depth],
      tone: 'frame',
      look: 'plain',
      owner,
    });
  }
  const places = new Map<string, Footing>();
  for (const part of tray.parts) {
    const parts = placeParts(part, partClass(machine, part.id).perParent.value, width, depth);
    for (const placed of parts) {
      places.set(`${part.id} ${placed.ordinal}`, footing(board, placed));
      addPart(solids, board, placed, [...path, { classId: part.id, ordinal: placed.ordinal }], pose);
    }
    if (part.kind === 'cold-plate') addHoses(solids, board, parts, owner, pose);
  }
  if (board.cables && [...places.keys()].some((key) => isProcessor(board, key))) {
    const edges = { front, back: front - depth, y, owner };
    addBoardWires(solids, board.cables, (id, ordinal) => places.get(`${id} ${ordinal}`) ?? null, edges);
  }
}

/** The links are counted on boards that carry processors; a tray of switches is another thing. */
function isProcessor({ machine }: DrawnBoard, key: string): boolean {
  return partClass(machine, key.split(' ')[0]!).kind === 'processor';
}

function footing({ x, front, width }: DrawnBoard, placed: PlacedBox): Footing {
  return { x: x - width / 2 + placed.x, z: front - placed.z, width: placed.size[0], depth: placed.size[2] };
}

function addPart(
  solids: SolidsBuilder,
  board: DrawnBoard,
  placed: PlacedBox,
  path: PartPath,
  pose: Pose,
): void {
  const { machine, layout, x, y, front, width } = board;
  const { part, size } = placed;
  const opened = isOpened(board, placed);
  // A cold plate sits on its processor; over the open package it is lifted clear.
  const seat = part.kind === 'cold-plate' ? processorHeight(board) : 0;
  const raised =
    (rise[part.kind] ?? 0) * pose.lift + (part.kind === 'cold-plate' && opened ? 0.4 * pose.reveal ** 2 : 0);
  const underside = y + standOff + seat + raised;
  const foot = [x - width / 2 + placed.x, underside, front - placed.z] as const;
  if (part.kind === 'processor' && opened && packageOf(layout, part.id)) {
    addPackage(solids, { machine, layout, path, foot, pose });
    return;
  }
  solids.add({
    centre: [foot[0], underside + size[1] / 2, foot[2]],
    size,
    tone: toneOf[part.kind] ?? 'card',
    look: part.kind === 'optical-port' ? 'plain' : lookOf(machine, part.id),
    owner: solids.own(path),
  });
}

function isOpened(board: DrawnBoard, placed: PlacedBox): boolean {
  return (
    board.open !== null &&
    placed.ordinal === board.open.ordinal &&
    ['processor', 'cold-plate'].includes(placed.part.kind)
  );
}

function processorHeight(board: DrawnBoard): number {
  const tray = trayOf(board.layout, board.path.at(-1)!.classId);
  return (tray?.parts.find((part) => part.kind === 'processor')?.size_mm[2] ?? 0) / 1000;
}

/** Supply and return along every column of cold plates, to the connectors at the back of the board. */
function addHoses(
  solids: SolidsBuilder,
  board: DrawnBoard,
  plates: readonly PlacedBox[],
  owner: number,
  pose: Pose,
): void {
  const { layout, path, x, y, front, width } = board;
  const depth = trayOf(layout, path.at(-1)!.classId)!.depth.value;
  const columns = [...new Set(plates.map((placed) => placed.x))];
  // They pass over whatever stands between the plates and the connectors.
  const tallest = Math.max(...trayOf(layout, path.at(-1)!.classId)!.parts.map((part) => part.size_mm[2]));
  const clear = Math.max(processorHeight(board) + (plates[0]?.size[1] ?? 0), tallest / 1000);
  const top = y + standOff + clear + 0.006 + (rise['cold-plate'] ?? 0) * pose.lift;
  for (const column of columns) {
    // The open package is uncovered, so its column's hoses begin at the next plate.
    const seated = plates.filter(
      (placed) => placed.x === column && !(pose.reveal > 0 && isOpened(board, placed)),
    );
    if (seated.length === 0) continue;
    const from = Math.min(...seated.map((placed) => placed.z));
    for (const side of [-0.018, 0.018]) {
      solids.add({
        centre: [x - width / 2 + column + side, top, front - (from + depth) / 2],
        size: [0.007, 0.007, depth - from],
        tone: 'pipe',
        look: 'plain',
        owner,
      });
    }
  }
}
