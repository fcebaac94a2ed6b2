import type { Place } from '../../model/topology/topology.ts';
import type { Explored } from './explored.ts';
import { nodeOf, type Part } from './part.ts';

/** Cabinets that are unfolded at once, and boards of each whose chips are drawn. */
const most = { cabinets: 4, boards: 4 } as const;

/** What stands open in the drawing of a state: cabinets in their order, and some of their boards. */
export interface Opened {
  readonly open: readonly number[];
  readonly boards: ReadonlySet<number>;
}

interface Spot {
  readonly cabinet: number;
  readonly board: number;
}

/** What is looked at first is opened first: the two chips, the part picked, the way between, and what is cut. */
export function openedOf({ from, to, machine, ways, picked, failures }: Explored): Opened {
  const { topology } = machine;
  const { place, npuCount } = topology;
  const at = (node: number): Spot => ({ cabinet: place.cabinet[node]!, board: place.board[node]! });
  const spotsOf = (part: Part): Spot[] => {
    if (part.kind === 'link') return [at(part.from), at(part.to)];
    const node = nodeOf(topology, part);
    if (node !== null) return [at(node)];
    return part.kind === 'cabinet'
      ? [{ cabinet: part.index, board: -1 }]
      : [at(place.board.indexOf(part.kind === 'board' ? part.index : -1))];
  };
  const spots = [
    at(from),
    at(to),
    ...(picked ? spotsOf(picked) : []),
    ...(ways.paths[0]?.nodes.map(at) ?? []),
    ...failures.flatMap((part) => (part.kind === 'link' ? spotsOf(part) : [])),
  ].filter(({ cabinet }) => cabinet < Math.max(1, place.computeCabinetCount));
  const open = [...new Set(spots.map(({ cabinet }) => cabinet))].slice(0, most.cabinets);
  const boards = open.flatMap((cabinet) => {
    const own = boardsOf(place, npuCount, cabinet);
    const wanted = spots.filter((spot) => spot.cabinet === cabinet && own.has(spot.board));
    return own.size <= most.boards
      ? [...own]
      : [...new Set(wanted.map(({ board }) => board))].slice(0, most.boards);
  });
  return { open: open.sort((a, b) => a - b), boards: new Set(boards) };
}

/** Boards with chips of a cabinet. */
function boardsOf({ cabinet, board }: Place, npuCount: number, own: number): Set<number> {
  const boards = new Set<number>();
  for (let chip = 0; chip < npuCount; chip++) if (cabinet[chip] === own) boards.add(board[chip]!);
  return boards;
}
