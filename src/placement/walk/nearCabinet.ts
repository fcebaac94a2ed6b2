import type { Tone } from '../../encoding/tone.ts';
import { slotWidth, type CabinetDrawing } from '../cabinet/cabinet.ts';
import { plinth } from '../cabinet/slots.ts';
import type { StandingCabinet } from '../hall/hall.ts';
import type { SolidsBuilder } from '../solid/solids.ts';

/** Sizes of what a hand meets on a cabinet, metres. No record has them: they are sketched. */
const handle = { width: 0.016, depth: 0.02, tallest: 0.09 };
const door = { inset: 0.02, thickness: 0.012, latch: 0.24, hinge: 0.07, fields: 4 };

/**
 * What is seen of a closed cabinet from within reach and from nowhere else: on its front the posts and the handles of all
 * that can be drawn out, on its back a door with its latch, hinges and fields of perforated sheet.
 */
export function addNearDetail(
  solids: SolidsBuilder,
  drawing: CabinetDrawing,
  { x, z }: StandingCabinet,
  owner: number,
): void {
  const { width, depth, height } = drawing.layout.cabinet;
  const inner = slotWidth(drawing.layout);
  const front = z + depth.value / 2;
  const add = (
    tone: Tone,
    centre: readonly [number, number, number],
    size: readonly [number, number, number],
  ) => solids.add({ tone, centre, size, look: 'pencil', owner });

  const post = (width.value - inner) / 2 - 0.006;
  for (const side of [-1, 1])
    add('frame', [x + side * (width.value / 2 - post / 2), (height.value + plinth) / 2, front + 0.01], [post, height.value - plinth - 0.02, 0.02]); // prettier-ignore
  for (const { slot, y, height: tall } of drawing.slots) {
    if (slot.kind === 'spare-slot') continue;
    const size = [handle.width, Math.min(handle.tallest, tall * 0.6), handle.depth] as const;
    for (const side of [-1, 1])
      add('metal', [x + side * (inner / 2 - handle.width), y, front + 0.016 + handle.depth / 2], size);
  }

  const back = z - depth.value / 2;
  const leaf = [width.value - 2 * door.inset, height.value - plinth - 0.06] as const;
  const middle = plinth + 0.01 + leaf[1] / 2;
  const face = back - door.thickness;
  add(drawing.optical ? 'opticalCabinet' : 'cabinet', [x, middle, back - door.thickness / 2], [...leaf, door.thickness]); // prettier-ignore
  for (let i = 0; i < door.fields; i++) {
    const y = middle + ((i + 0.5) / door.fields - 0.5) * leaf[1] * 0.92;
    add('blank', [x, y, face - 0.001], [leaf[0] * 0.68, (leaf[1] * 0.82) / door.fields, 0.002]);
  }
  add('metal', [x - leaf[0] * 0.43, middle - 0.05, face - 0.012], [0.022, door.latch, 0.024]);
  for (const share of [-0.4, 0.4])
    add('metal', [x + leaf[0] / 2, middle + share * leaf[1], face - 0.006], [0.02, door.hinge, 0.012]);
}
