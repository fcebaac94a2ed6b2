import { tones } from '../../encoding/tone.ts';
import type { Layout } from '../../data/schema/layout.ts';
import { childClasses, type Machine } from '../../model/hardware/machine.ts';
import { cabinetDrawing } from './cabinet.ts';
import { floorGrid, rowShadows } from '../hall/floor.ts';
import { focusOf } from '../hall/focus.ts';
import { planHall } from '../hall/hall.ts';
import { addOpenCabinet } from './openCabinet.ts';
import type { Pose } from '../solid/pose.ts';
import { buildSolids, type Solids } from '../solid/solids.ts';
import { trayOf } from '../board/tray.ts';
import type { Bounds } from '../view/viewpoint.ts';

/** One cabinet of a machine. */
export interface PairedCabinet {
  readonly machine: Machine;
  readonly layout: Layout;
  readonly classId: string;
}

/** The left cabinet is number 1 of its class, the right one number 2. */
export type Pair = readonly [PairedCabinet, PairedCabinet];

/** Clear floor between two cabinets, metres: wide enough to write on. */
const gap = 2.3;

/** Where a cabinet of the pair stands: its middle, with the fronts of both in one line at z = 0; metres. */
export function pairPlace({ layout }: PairedCabinet, side: 0 | 1): { x: number; z: number } {
  const { width, depth } = layout.cabinet;
  return { x: (side === 0 ? -1 : 1) * (gap / 2 + width.value / 2), z: -depth.value / 2 };
}

/** Half the clear floor between the two, metres. */
export const halfGap = gap / 2;

/**
 * How far a cabinet stands open at a share from 0 (doors off, nothing moved) to 1 (pulled apart): a board comes out
 * first, then its parts rise, and what stands behind and above comes away all along.
 */
export function pairPose(explode: number): Pose {
  const ramp = (from: number, to: number) => Math.max(0, Math.min(1, (explode - from) / (to - from)));
  return {
    door: 0,
    slide: 1.15 * ramp(0, 0.5),
    reveal: ramp(0.5, 0.75),
    lift: ramp(0.5, 0.75),
    spread: ramp(0.25, 1),
    thin: 1,
    alone: 0,
  };
}

/** Both cabinets at a share of openness; `coarse` merges what is counted on their faces. */
export function drawPair(pair: Pair, explode: number, coarse = false): Solids {
  const solids = buildSolids(tones);
  const pose = pairPose(explode);
  pair.forEach((cabinet, index) => {
    const { machine, layout, classId } = cabinet;
    addOpenCabinet({
      solids,
      drawing: cabinetDrawing(machine, layout, classId),
      standing: { classId, ordinal: index + 1, row: 0, ...pairPlace(cabinet, index as 0 | 1) },
      focus: focusOf(machine, [{ classId, ordinal: 1 }], planHall(machine, layout)),
      pose,
      xray: false,
      cables: null,
      coarse,
    });
  });
  return solids.finish();
}

/** Where the person for scale stands: left of the left cabinet, in line with its front. */
export function besidePair([left]: Pair): readonly [number, number, number] {
  return [-halfGap - left.layout.cabinet.width.value - 0.62, 0, 0];
}

/** A box around both cabinets, the person and what is drawn out. */
export function pairBounds(pair: Pair, explode: number): Bounds {
  const pose = pairPose(explode);
  const reach = pair.map(({ machine, layout, classId }) => {
    const opening = childClasses(machine, classId).find((cls) => childClasses(machine, cls.id).length > 0);
    const depth = opening ? (trayOf(layout, opening.id)?.depth.value ?? 0) : 0;
    return Math.max(depth * pose.slide, 0.34 * pose.spread);
  });
  const heights = pair.map(({ layout }) => layout.cabinet.height.value);
  const depths = pair.map(({ layout }) => layout.cabinet.depth.value);
  const right = halfGap + pair[1].layout.cabinet.width.value;
  return [
    [besidePair(pair)[0] - 0.35, 0, -Math.max(...depths) - 0.5 * pose.spread],
    [right + 0.45, Math.max(...heights) + 0.3 * pose.spread, Math.max(...reach) * 0.8],
  ];
}

/** The floor under the pair, and the shadows on it. */
export function pairFloor(pair: Pair) {
  const [[left, , back], [right]] = pairBounds(pair, 0);
  const { lines } = floorGrid({ cabinets: [], rows: 1, bounds: [left, back, right, 0] });
  const shadows = pair.flatMap((cabinet, index) => {
    const { width, height, depth } = cabinet.layout.cabinet;
    const standing = { classId: cabinet.classId, ordinal: 1, row: 0, ...pairPlace(cabinet, index as 0 | 1) };
    return rowShadows([standing], [width.value, height.value, depth.value]);
  });
  return { lines, shadows };
}
