import { groupRepresentatives, layOutClos } from './clos.ts';
import { coordinate, strides } from './grid.ts';
import type { Layout } from './layout.ts';
import type { Place } from './topology.ts';
import type { Wiring } from './wiring.ts';

/**
 * Board and cabinet of every node. Boards and cabinets are numbered by the positions of their blocks, innermost dimension fastest; switches stand on the board
 * or in the cabinet of the NPUs they join, or in interconnect cabinets that follow the compute cabinets. Switches in the
 * cabinet share a board where they join the same NPUs, up to `perBoard` of each family.
 */
export function placeNodes(wiring: Wiring, layout: Layout): Place {
  const { npuCount, switchCount } = layout;
  const { shape, boardBlock, cabinetBlock, interconnectCabinets } = wiring;
  const board = new Int32Array(npuCount + switchCount).fill(-1);
  const cabinet = new Int32Array(npuCount + switchCount).fill(-1);
  const computeBoards = numberBlocks(shape, boardBlock, board);
  const computeCabinetCount = numberBlocks(shape, cabinetBlock, cabinet);
  const boards = new Map<string, number>();
  for (const part of layout.parts) {
    if (part.family.family !== 'clos') continue;
    const levels = layOutClos(shape, part.family);
    part.family.levels.forEach((level, l) => {
      const { groups, perGroup, firstSwitch } = levels[l]!;
      const representative = groupRepresentatives(shape, level, groups);
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

/** Writes the block of every NPU and returns how many there are; none where blocks are not described. */
function numberBlocks(shape: readonly number[], block: readonly number[], into: Int32Array): number {
  if (block.length === 0) return 0;
  const npus = shape.reduce((a, b) => a * b, 1);
  const step = strides(shape);
  into.fill(0, 0, npus);
  let weight = 1;
  shape.forEach((size, d) => {
    const blocks = size / block[d]!;
    if (blocks > 1)
      for (let id = 0; id < npus; id++)
        into[id]! += weight * Math.floor(coordinate(id, size, step[d]!) / block[d]!);
    weight *= blocks;
  });
  return weight;
}
