import { groupRepresentatives, layOutClos } from './clos.ts';
import type { Layout } from './layout.ts';
import type { Place } from './topology.ts';
import type { Wiring } from './wiring.ts';

/**
 * Board and cabinet of every node. NPUs fill boards and cabinets in the order of their ids; switches stand on the board
 * or in the cabinet of the NPUs they join, or in interconnect cabinets that follow the compute cabinets. Switches in the
 * cabinet share a board where they join the same NPUs, up to `perBoard` of each family.
 */
export function placeNodes(wiring: Wiring, layout: Layout): Place {
  const { npuCount, switchCount } = layout;
  const { npusPerBoard, npusPerCabinet, interconnectCabinets } = wiring;
  const board = new Int32Array(npuCount + switchCount).fill(-1);
  const cabinet = new Int32Array(npuCount + switchCount).fill(-1);
  const computeBoards = npusPerBoard ? Math.ceil(npuCount / npusPerBoard) : 0;
  const computeCabinetCount = npusPerCabinet ? Math.ceil(npuCount / npusPerCabinet) : 0;
  for (let id = 0; id < npuCount; id++) {
    if (npusPerBoard) board[id] = Math.floor(id / npusPerBoard);
    if (npusPerCabinet) cabinet[id] = Math.floor(id / npusPerCabinet);
  }
  const boards = new Map<string, number>();
  for (const part of layout.parts) {
    if (part.family.family !== 'clos') continue;
    const levels = layOutClos(wiring.shape, part.family);
    part.family.levels.forEach((level, l) => {
      const { groups, perGroup, firstSwitch } = levels[l]!;
      const representative = groupRepresentatives(wiring.shape, level, groups);
      for (let s = 0; s < groups * perGroup; s++) {
        const node = part.firstSwitch + firstSwitch + s;
        const npu = representative[Math.floor(s / perGroup)]!;
        if (level.place.on === 'board') {
          board[node] = board[npu]!;
          cabinet[node] = cabinet[npu]!;
          continue;
        }
        const shared = level.place.on === 'interconnect';
        if (!shared) cabinet[node] = cabinet[npu]!;
        else if (interconnectCabinets > 0) cabinet[node] = computeCabinetCount + (s % interconnectCabinets);
        if (cabinet[node]! < 0 || level.place.perBoard === 0) continue;
        const order = shared ? Math.floor(s / interconnectCabinets) : s % perGroup;
        const group = shared ? 0 : Math.floor(s / perGroup);
        const slot = Math.floor(order / level.place.perBoard);
        const key = [cabinet[node], level.over.join(), group, slot].join('/');
        if (!boards.has(key)) boards.set(key, computeBoards + boards.size);
        board[node] = boards.get(key)!;
      }
    });
  }
  return {
    boardCount: computeBoards + boards.size,
    cabinetCount: computeCabinetCount ? computeCabinetCount + interconnectCabinets : 0,
    computeCabinetCount,
    board,
    cabinet,
  };
}
