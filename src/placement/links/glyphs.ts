import { layOutClos } from '../../model/topology/clos.ts';
import { layOut } from '../../model/topology/layout.ts';
import type { Topology } from '../../model/topology/topology.ts';
import type { Wiring } from '../../model/topology/wiring.ts';

/** What some nodes are drawn as, in a cabinet that stands open or between cabinets. */
export interface Glyph {
  /**
   * A chip; a switch chip on a board of chips; a whole board that is closed; a bar that all boards of a cabinet reach, which
   * stands for the switches of one board of their own; or a plane of switches in the cabinets that hold nothing else.
   */
  readonly kind: 'chip' | 'switch' | 'board' | 'bar' | 'plane';
  readonly nodes: readonly number[];
  /** Cabinet it stands in; −1 between cabinets, and where none are described. */
  readonly cabinet: number;
  /** Board of a chip or of a switch chip beside it; −1 where none is described. */
  readonly board: number;
}

/** Glyphs of a drawing, and which one each node belongs to: −1 where it is not drawn. */
export interface Glyphs {
  readonly all: readonly Glyph[];
  readonly of: Int32Array;
}

/**
 * What the nodes of some open cabinets, and the switches between cabinets, are drawn as.
 * @param open numbers of the cabinets that stand open; `[-1]` where the machine's cabinets are not described
 * @param openBoards numbers of the boards in them whose chips are drawn one by one
 */
export function glyphsOf(
  wiring: Wiring,
  topology: Topology,
  open: readonly number[],
  openBoards: ReadonlySet<number>,
): Glyphs {
  const { nodeCount, npuCount, place } = topology;
  const all: { kind: Glyph['kind']; nodes: number[]; cabinet: number; board: number }[] = [];
  const of = new Int32Array(nodeCount).fill(-1);
  const known = new Map<string, number>();
  const join = (key: string, node: number, made: Omit<Glyph, 'nodes'>) => {
    const index = known.get(key) ?? all.push({ ...made, nodes: [] }) - 1;
    known.set(key, index);
    all[index]!.nodes.push(node);
    of[node] = index;
  };
  const planes = planesOf(wiring, topology);
  const boards = new Set(place.board.subarray(0, npuCount));
  const isOpen = new Set(open);
  for (let node = 0; node < nodeCount; node++) {
    const [cabinet, board] = [place.cabinet[node]!, place.board[node]!];
    const plane = planes[node]!;
    const between = node >= npuCount && (cabinet >= place.computeCabinetCount || cabinet < 0) && plane >= 0;
    if (between && place.cabinetCount > 0)
      join(`plane ${String(plane)}`, node, { kind: 'plane', cabinet: -1, board: -1 });
    else if (!isOpen.has(cabinet)) continue;
    else if (boards.has(board) && board >= 0 && !openBoards.has(board))
      join(`closed ${String(board)}`, node, { kind: 'board', cabinet, board });
    else if (node < npuCount) join(`node ${String(node)}`, node, { kind: 'chip', cabinet, board });
    else if (boards.has(board) && board >= 0)
      join(`node ${String(node)}`, node, { kind: 'switch', cabinet, board });
    else
      join(`bar ${board < 0 ? `of ${String(plane)}` : String(board)} ${String(cabinet)}`, node, {
        kind: 'bar',
        cabinet,
        board,
      });
  }
  return { all, of };
}

/**
 * Number of the plane of every switch of a Clos: switches of one level that the same switches below lead to. −1 for
 * NPUs and for routers of other families.
 */
function planesOf(wiring: Wiring, { nodeCount }: Topology): Int32Array {
  const plane = new Int32Array(nodeCount).fill(-1);
  let planes = 0;
  for (const { family, firstSwitch } of layOut(wiring).parts) {
    if (family.family !== 'clos') continue;
    layOutClos(wiring.shape, family).forEach((level, l) => {
      const each = family.levels[l]!.switches;
      const first = firstSwitch + level.firstSwitch;
      for (let s = 0; s < level.groups * level.perGroup; s++)
        plane[first + s] = planes + Math.floor(s / each);
      planes += (level.groups * level.perGroup) / each;
    });
  }
  return plane;
}
