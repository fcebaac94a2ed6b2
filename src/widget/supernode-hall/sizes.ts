import type { Layout } from '../../data/schema/layout.ts';
import type { Basis } from '../../model/hardware/machine.ts';

/** The size a part is drawn at, in metres, and how firm it is. */
export interface DrawnSize {
  /** Width, depth, height; null where the drawing fills what is there. */
  readonly metres: readonly [number | null, number | null, number | null];
  readonly basis: Basis;
  readonly reason: string;
}

const inMetres = ([w, d, h]: readonly [number, number, number]) => [w / 1000, d / 1000, h / 1000] as const;

const rank: readonly Basis[] = ['published', 'derived', 'assumed'];

/** The size of a class of parts in a layout, or null where the layout gives none. */
export function drawnSize(layout: Layout, classId: string): DrawnSize | null {
  const { width, depth, height } = layout.cabinet;
  for (const cabinet of layout.cabinets) {
    if (cabinet.id === classId) {
      const weakest = [width, depth, height].toSorted(
        (a, b) => rank.indexOf(b.basis) - rank.indexOf(a.basis),
      )[0]!;
      return {
        metres: [width.value, depth.value, height.value],
        basis: weakest.basis,
        reason: weakest.reason,
      };
    }
    const slot = cabinet.stack.find(({ id }) => id === classId);
    if (slot) {
      const tray = layout.trays.find(({ id }) => id === classId);
      return {
        metres: [null, tray?.depth.value ?? null, slot.units * layout.unit.value],
        basis: cabinet.stack_basis.basis,
        reason: cabinet.stack_basis.reason,
      };
    }
    const rear = cabinet.rear.find(({ id }) => id === classId);
    if (rear) {
      const { basis, reason } = cabinet.stack_basis;
      return { metres: [rear.size_mm[0] / 1000, rear.size_mm[1] / 1000, null], basis, reason };
    }
  }
  for (const tray of layout.trays) {
    const part = tray.parts.find(({ id }) => id === classId);
    if (!part) continue;
    // How large a chip is follows from its package; where it sits is another question.
    const packaged = layout.packages.find(({ id }) => id === classId);
    const { basis, reason } = packaged?.substrate ?? tray;
    return { metres: inMetres(part.size_mm), basis, reason };
  }
  for (const { parts } of layout.packages) {
    const part = parts.find(({ id }) => id === classId);
    if (part) return { metres: inMetres(part.size_mm), basis: part.basis, reason: part.reason };
  }
  return null;
}
