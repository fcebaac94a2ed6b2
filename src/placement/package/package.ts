import type { Layout } from '../../data/schema/layout.ts';
import type { Tone } from '../../encoding/tone.ts';
import { partClass, type Machine, type PartKind } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';
import type { Pose } from '../solid/pose.ts';
import type { Look, SolidsBuilder } from '../solid/solids.ts';
import { packageOf, placeParts } from '../board/tray.ts';

const toneOf: Partial<Record<PartKind, Tone>> = {
  'compute-die': 'die',
  'io-die': 'ioDie',
  'memory-stack': 'stack',
};

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
  readonly centre: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  readonly pose: Pose;
}

/** A chip without its lid: the substrate at its own size, and the dies and memory stacks on it. */
export function addPackage(solids: SolidsBuilder, drawn: DrawnPackage): void {
  const { machine, layout, path, centre, size, pose } = drawn;
  const drawing = packageOf(layout, path.at(-1)!.classId);
  const [width, depth] = drawing
    ? [drawing.substrate_mm[0] / 1000, drawing.substrate_mm[1] / 1000]
    : [size[0], size[2]];
  // Where no area is published the whole package is a sketch, so it is drawn in pencil.
  const look: Look = drawing?.basis === 'assumed' ? 'pencil' : 'ink';
  const thickness = 0.0025;
  const owner = solids.own(path);
  const floor = centre[1] - size[1] / 2;
  solids.add({
    centre: [centre[0], floor + thickness / 2, centre[2]],
    size: [width, thickness, depth],
    tone: 'substrate',
    look,
    owner,
  });
  for (const part of drawing?.parts ?? []) {
    const count = partClass(machine, part.id).perParent.value;
    for (const placed of placeParts(part, count, width, depth)) {
      solids.add({
        centre: [
          centre[0] - width / 2 + placed.x,
          floor + thickness + placed.size[1] / 2 + (rise[part.kind] ?? 0.01) * pose.lift * pose.reveal,
          centre[2] + depth / 2 - placed.z,
        ],
        size: placed.size,
        tone: toneOf[part.kind] ?? 'ioDie',
        look,
        owner: solids.own([...path, { classId: part.id, ordinal: placed.ordinal }]),
      });
    }
  }
}
