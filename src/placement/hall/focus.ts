import { childClasses, partClass, type Level, type Machine } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { HallPlan } from './hall.ts';

/** Which cabinet, board and package stand open: the picked part's own, else the first that has something to show. */
export interface Focus {
  readonly cabinet: { readonly classId: string; readonly ordinal: number };
  /** Null where the cabinet holds nothing that opens. */
  readonly board: { readonly classId: string; readonly ordinal: number } | null;
  readonly package: { readonly classId: string; readonly ordinal: number } | null;
}

/**
 * The focus of a path. Ordinals that the path leaves open are 1; without a path the last compute cabinet but one of the
 * front row stands open, where it can be seen.
 */
export function focusOf(machine: Machine, path: PartPath, plan: HallPlan): Focus {
  const at = (depth: number) => {
    const step = path[depth];
    return step ? { classId: step.classId, ordinal: step.ordinal ?? 1 } : null;
  };
  const firstCabinet = childClasses(machine, null).find((cls) => cls.kind === 'cabinet')!;
  const frontRow = plan.cabinets.filter(
    (standing) => standing.row === 0 && standing.classId === firstCabinet.id,
  );
  const shown = frontRow.at(-2) ?? frontRow.at(-1)!;
  const cabinet = at(0) ?? { classId: shown.classId, ordinal: shown.ordinal };
  const opens = (id: string) => childClasses(machine, id).length > 0;
  const pickedSlot = at(1);
  const board = pickedSlot && opens(pickedSlot.classId) ? pickedSlot : firstOpening(machine, cabinet.classId);
  const pickedItem = at(2);
  const item =
    board === null
      ? null
      : pickedItem && opens(pickedItem.classId)
        ? pickedItem
        : firstOpening(machine, board.classId);
  return { cabinet, board, package: item };
}

function firstOpening(machine: Machine, parent: string): { classId: string; ordinal: number } | null {
  const found = childClasses(machine, parent).find((cls) => childClasses(machine, cls.id).length > 0);
  return found ? { classId: found.id, ordinal: 1 } : null;
}

/** Which of what stands open a part belongs to: the open chip, its board, or its cabinet. */
export function openedPart(focus: Focus, part: PartPath): 'chip' | 'board' | 'cabinet' {
  const is = (depth: number, step: Focus['board']) =>
    step !== null && part[depth]?.classId === step.classId && part[depth]?.ordinal === step.ordinal;
  if (!is(1, focus.board)) return 'cabinet';
  return is(2, focus.package) ? 'chip' : 'board';
}

/** The level at which a part is seen whole: a cabinet in its row, a board in its cabinet, a chip on its board. */
export function levelOf(machine: Machine, path: PartPath): Level {
  const last = path.at(-1);
  if (!last) return 'hall';
  const depth = path.length;
  if (depth === 1) return 'row';
  if (depth === 2) return 'cabinet';
  return depth === 3 && partClass(machine, last.classId).kind !== 'substrate' ? 'board' : 'package';
}
