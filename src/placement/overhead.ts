import type { Layout } from '../data/schema/layout.ts';
import { childClasses, type Machine } from '../model/hardware/machine.ts';
import type { HallPlan } from './hall.ts';
import type { SolidsBuilder } from './solids.ts';

/** Height of the trays over the cabinets and their width, metres; neither is published for any of these machines. */
const clearance = 0.42;
const trayWidth = 0.3;
/** Lines a drop is drawn with; the true count stands in its label. */
const dropLines = 4;

/**
 * Trays over every row, a cross tray over the cabinets that only switch, and a drop into every cabinet.
 * They show the way the links take and where they bundle; how many there are is said in words.
 */
export function addOverhead(
  solids: SolidsBuilder,
  machine: Machine,
  layout: Layout,
  plan: HallPlan,
  options: { lift: number; ghost: boolean },
): void {
  if (!layout.overhead) return;
  const owner = solids.own([]);
  const top = layout.cabinet.height.value;
  const y = top + clearance + 0.5 * options.lift;
  const look = options.ghost ? 'ghost' : 'pencil';
  const strand = layout.overhead.medium === 'optical' ? 'fibre' : 'wire';
  const [left, , right] = plan.bounds;
  const rowZ = [...new Set(plan.cabinets.map((cabinet) => cabinet.z))];
  const switching = childClasses(machine, null).find(
    (cls) =>
      cls.kind === 'cabinet' &&
      !childClasses(machine, cls.id).some((slot) => childClasses(machine, slot.id).length > 0),
  );
  const hubs = plan.cabinets.filter((cabinet) => cabinet.classId === switching?.id);

  for (const z of rowZ) {
    solids.add({ centre: [0, y, z], size: [right - left, 0.02, trayWidth], tone: 'tray', look, owner });
    if (options.ghost) continue;
    for (const offset of [-0.09, -0.045, 0, 0.045, 0.09]) {
      solids.add({
        centre: [0, y + 0.018, z + offset],
        size: [right - left - 0.4, 0.016, 0.018],
        tone: strand,
        look: 'plain',
        owner,
      });
    }
  }
  if (options.ghost) return;
  if (rowZ.length > 1 && hubs.length > 0) {
    const x = hubs.reduce((sum, hub) => sum + hub.x, 0) / hubs.length;
    const span = Math.max(...rowZ) - Math.min(...rowZ);
    solids.add({ centre: [x, y + 0.06, 0], size: [trayWidth, 0.02, span], tone: 'tray', look, owner });
    for (const offset of [-0.09, -0.045, 0, 0.045, 0.09]) {
      solids.add({
        centre: [x + offset, y + 0.078, 0],
        size: [0.018, 0.016, span],
        tone: strand,
        look: 'plain',
        owner,
      });
    }
  }
  for (const cabinet of plan.cabinets) {
    const hub = cabinet.classId === switching?.id;
    const lines = hub ? dropLines * 2 : dropLines;
    const spread = hub ? 0.3 : 0.22;
    for (let i = 0; i < lines; i++) {
      const x = cabinet.x + (lines === 1 ? 0 : (i / (lines - 1) - 0.5) * spread);
      solids.add({
        centre: [x, (top + y - 0.01) / 2, cabinet.z + 0.05],
        size: [hub ? 0.022 : 0.012, y - 0.01 - top, 0.012],
        tone: strand,
        look: 'plain',
        owner,
      });
    }
  }
}
