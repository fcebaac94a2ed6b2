import type { Layout } from '../../data/schema/layout.ts';
import { partClass, type Machine, type PartKind } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { Pose } from '../solid/pose.ts';
import type { SolidsBuilder } from '../solid/solids.ts';
import { packageOf, placeParts } from '../board/tray.ts';
import { lookByBasis, partTone } from './part.ts';

/** How high each kind rises over the substrate when the package is pulled apart, metres. */
const rise: Partial<Record<PartKind, number>> = {
  'compute-die': 0.022,
  'io-die': 0.012,
  'memory-stack': 0.034,
};

export interface DrawnPackage {
  readonly machine: Machine;
  readonly layout: Layout;
  readonly path: PartPath;
  /** Middle of its underside, metres. */
  readonly foot: readonly [number, number, number];
  readonly pose: Pose;
}

/** A chip without its lid: the substrate at its own size, and the dies and memory stacks on it. */
export function addPackage(solids: SolidsBuilder, drawn: DrawnPackage): void {
  const { machine, layout, path, foot, pose } = drawn;
  const drawing = packageOf(layout, path.at(-1)!.classId);
  if (!drawing) return;
  const [width, depth, thickness] = drawing.substrate_mm.map((mm) => mm / 1000) as [number, number, number];
  const [x, floor, z] = foot;
  solids.add({
    centre: [x, floor + thickness / 2, z],
    size: [width, thickness, depth],
    tone: 'substrate',
    look: lookByBasis(drawing.substrate),
    owner: solids.own(path),
  });
  for (const part of drawing.parts) {
    const count = partClass(machine, part.id).perParent.value;
    for (const placed of placeParts(part, count, width, depth)) {
      solids.add({
        centre: [
          x - width / 2 + placed.x,
          floor + thickness + placed.size[1] / 2 + (rise[part.kind] ?? 0.01) * pose.lift * pose.reveal,
          z + depth / 2 - placed.z,
        ],
        size: placed.size,
        tone: partTone(part.kind),
        look: lookByBasis(part),
        owner: solids.own([...path, { classId: part.id, ordinal: placed.ordinal }]),
      });
    }
  }
}
