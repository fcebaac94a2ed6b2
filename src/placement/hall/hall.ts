import type { Layout } from '../../data/schema/layout.ts';
import { childClasses, type Machine } from '../../model/hardware/machine.ts';

/** Where one cabinet stands. */
export interface StandingCabinet {
  readonly classId: string;
  /** 1 … count of its class, left to right, front row first. */
  readonly ordinal: number;
  readonly row: number;
  /** Centre of its footprint, metres. */
  readonly x: number;
  readonly z: number;
}

export interface HallPlan {
  readonly cabinets: readonly StandingCabinet[];
  readonly rows: number;
  /** Outline of all cabinets `[left, back, right, front]`, metres. */
  readonly bounds: readonly [number, number, number, number];
}

/** Racks that are counted by the reader's choice stand in rows of at most this many. */
const racksInARow = 16;

/**
 * Stands every cabinet of the machine in its place: rows along x, the first row in front, centred on the origin.
 * A machine of one kind of cabinet (a rack that is repeated) fills rows of sixteen.
 */
export function planHall(machine: Machine, layout: Layout): HallPlan {
  const { width, depth } = layout.cabinet;
  const classes = childClasses(machine, null).filter((cls) => cls.kind === 'cabinet');
  const single = classes.length === 1 ? classes[0]! : null;
  const row = single
    ? [[single.id, Math.min(single.total, racksInARow)] as const]
    : layout.hall.row.map(([id, count]) => [id, count] as const);
  const perRow = row.reduce((sum, [, count]) => sum + count, 0);
  const rows = single ? Math.ceil(single.total / perRow) : layout.hall.rows;
  const pitch = depth.value + layout.hall.aisle.value;

  const used = new Map<string, number>();
  const cabinets: StandingCabinet[] = [];
  for (let r = 0; r < rows; r++) {
    let place = 0;
    for (const [classId, count] of row) {
      for (let i = 0; i < count; i++, place++) {
        const ordinal = (used.get(classId) ?? 0) + 1;
        const cls = classes.find((candidate) => candidate.id === classId);
        if (!cls || ordinal > cls.total) continue;
        used.set(classId, ordinal);
        cabinets.push({
          classId,
          ordinal,
          row: r,
          x: (place - (perRow - 1) / 2) * width.value,
          z: ((rows - 1) / 2 - r) * pitch,
        });
      }
    }
  }
  const left = -(perRow * width.value) / 2;
  const front = ((rows - 1) / 2) * pitch + depth.value / 2;
  return { cabinets, rows, bounds: [left, -front, -left, front] };
}

/** The cabinets that stand beside one in its row. @param width of a cabinet, metres */
export const neighboursOf = (
  { cabinets }: HallPlan,
  own: StandingCabinet,
  width: number,
): readonly StandingCabinet[] =>
  cabinets.filter((one) => one !== own && one.row === own.row && Math.abs(one.x - own.x) <= 1.5 * width);

/** The cabinet of that class and ordinal. Throws naming both. */
export function standingCabinet(plan: HallPlan, classId: string, ordinal: number): StandingCabinet {
  const found = plan.cabinets.find((c) => c.classId === classId && c.ordinal === ordinal);
  if (!found) throw new RangeError(`cabinet ${classId}.${ordinal} stands nowhere in this hall`);
  return found;
}
