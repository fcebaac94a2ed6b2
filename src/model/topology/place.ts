import { groupRepresentatives, layOutClos } from './clos.ts';
import type { Layout } from './layout.ts';
import type { Place } from './topology.ts';
import type { Wiring } from './wiring.ts';

/** Boards that the switches of one set of dimensions share: `slots` in each group (or in each cabinet of its own). */
interface SwitchBoards {
  readonly key: string;
  readonly first: number;
  readonly slots: number;
}

/**
 * Board and cabinet of every node. Boards and cabinets are numbered by the positions of their blocks, innermost
 * dimension fastest; switches stand on the board or in the cabinet of the NPUs they join, or in interconnect cabinets
 * that follow the compute cabinets. Switches in a cabinet share a board where they join the same NPUs, up to `perBoard`
 * of each family.
 */
export function placeNodes(wiring: Wiring, layout: Layout): Place {
  const { npuCount, switchCount } = layout;
  const { shape, boardBlock, cabinetBlock, interconnectCabinets } = wiring;
  const board = new Int32Array(npuCount + switchCount).fill(-1);
  const cabinet = new Int32Array(npuCount + switchCount).fill(-1);
  const computeCabinetCount = numberBlocks(shape, cabinetBlock, cabinet);
  let boardCount = numberBlocks(shape, boardBlock, board);
  const shared: SwitchBoards[] = [];
  /** First of `groups × slots` boards, the same for all families whose switches span the same dimensions. */
  const boardsOf = (key: string, groups: number, slots: number): number => {
    const known = shared.find((each) => each.key === key && each.slots === slots);
    if (known) return known.first;
    shared.push({ key, first: boardCount, slots });
    boardCount += groups * slots;
    return boardCount - groups * slots;
  };
  for (const part of layout.parts) {
    if (part.family.family !== 'clos') continue;
    const levels = layOutClos(shape, part.family);
    part.family.levels.forEach((level, l) => {
      const { groups, perGroup, firstSwitch } = levels[l]!;
      const first = part.firstSwitch + firstSwitch;
      const { place } = level;
      if (place.on === 'interconnect') {
        if (!interconnectCabinets || !computeCabinetCount) return;
        const perCabinet = Math.ceil((groups * perGroup) / interconnectCabinets);
        const slots = place.perBoard && Math.ceil(perCabinet / place.perBoard);
        const base = slots && boardsOf(`interconnect ${level.over.join()}`, interconnectCabinets, slots);
        for (let s = 0; s < groups * perGroup; s++) {
          const own = s % interconnectCabinets;
          cabinet[first + s] = computeCabinetCount + own;
          if (slots)
            board[first + s] = base + own * slots + Math.floor(s / interconnectCabinets / place.perBoard);
        }
        return;
      }
      const slots = place.on === 'cabinet' && place.perBoard ? Math.ceil(perGroup / place.perBoard) : 0;
      const base = slots && boardsOf(level.over.join(), groups, slots);
      const npus = groupRepresentatives(shape, level, groups);
      repeat(cabinet, npus, first, perGroup);
      if (place.on === 'board') repeat(board, npus, first, perGroup);
      else if (slots && place.on === 'cabinet')
        for (let s = 0; s < groups * perGroup; s++)
          board[first + s] =
            base + Math.floor(s / perGroup) * slots + Math.floor((s % perGroup) / place.perBoard);
    });
  }
  return {
    boardCount,
    cabinetCount: computeCabinetCount ? computeCabinetCount + interconnectCabinets : 0,
    computeCabinetCount,
    board,
    cabinet,
  };
}

/** Gives all switches of every group the place of the group's first NPU. */
function repeat(where: Int32Array, npus: Uint32Array, first: number, perGroup: number): void {
  for (let g = 0; g < npus.length; g++) {
    const start = first + g * perGroup;
    const place = where[npus[g]!]!;
    for (let s = start; s < start + perGroup; s++) where[s] = place;
  }
}

/** Writes the block of every NPU and returns how many there are; none where blocks are not described. */
function numberBlocks(shape: readonly number[], block: readonly number[], into: Int32Array): number {
  if (block.length === 0) return 0;
  into[0] = 0;
  // The first `filled` NPUs are right for the dimensions so far; each further position of the next one repeats them.
  let filled = 1;
  let weight = 1;
  shape.forEach((size, d) => {
    for (let position = 1; position < size; position++) {
      const shift = weight * Math.floor(position / block[d]!);
      const start = position * filled;
      for (let i = 0; i < filled; i++) into[start + i] = into[i]! + shift;
    }
    filled *= size;
    weight *= size / block[d]!;
  });
  return weight;
}
