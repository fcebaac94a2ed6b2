import { tones } from '../../encoding/tone.ts';
import {
  addClosedCabinet,
  cabinetDrawing,
  type CabinetDrawing,
  type CabinetLook,
} from '../cabinet/cabinet.ts';
import { openedPart, type Focus } from './focus.ts';
import { neighboursOf, standingCabinet, type HallPlan } from './hall.ts';
import type { HallProps } from './hallProps.ts';
import { addOpenCabinet } from '../cabinet/openCabinet.ts';
import { addOverhead } from '../cable/overhead.ts';
import { poseOf, type Pose } from '../solid/pose.ts';
import { buildSolids, type Solids } from '../solid/solids.ts';
import { keepSolids } from '../view/shift.ts';

/** Cabinets in a hall from which on single chips on a closed cabinet's face are smaller than a pixel. */
const coarseFrom = 40;
/** A cabinet narrower than this on the picture, in pixels, is drawn with merged marks. */
const narrowestFine = 36;

/** Whether what is counted on a closed cabinet's face is drawn merged. `pixels`: of a metre, where that is known. */
export function isCoarse(props: HallProps, plan: HallPlan, pixels = Infinity): boolean {
  return plan.cabinets.length > coarseFrom || props.layout.cabinet.width.value * pixels < narrowestFine;
}

/** What stays while one flies from level to level, and what moves with the pose. */
export interface Drawing {
  readonly plan: HallPlan;
  readonly focus: Focus;
  /** Every closed cabinet and what runs overhead. */
  readonly standing: Solids;
  /** The open cabinet, its drawn-out board and its open package. */
  readonly opened: Solids;
}

/**
 * Everything in the hall apart from the open cabinet; once it has faded, its neighbours in their row alone. Depends on
 * machine, layout, focus, xray, cabling and explode.
 */
export function drawStanding(
  props: HallProps,
  plan: HallPlan,
  focus: Focus,
  { look, coarse }: { look: CabinetLook; coarse: boolean },
): Solids {
  const solids = buildSolids(tones);
  const drawings = new Map<string, CabinetDrawing>();
  const own = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
  const around =
    look === 'faded'
      ? neighboursOf(plan, own, props.layout.cabinet.width.value)
      : plan.cabinets.filter((standing) => standing !== own);
  for (const standing of around) {
    let drawing = drawings.get(standing.classId);
    if (!drawing) {
      drawing = cabinetDrawing(props.machine, props.layout, standing.classId);
      drawings.set(standing.classId, drawing);
    }
    addClosedCabinet(solids, drawing, standing, { coarse, look });
  }
  if (props.cabling && look !== 'faded')
    addOverhead(solids, props.layout, props.cables, plan, props.explode ? 1 : 0);
  return solids.finish();
}

/** The open cabinet at a pose; recomputed for every frame of a flight. */
export function drawOpened(props: HallProps, plan: HallPlan, focus: Focus, pose: Pose): Solids {
  const solids = buildSolids(tones);
  const { classId, ordinal } = focus.cabinet;
  const drawing = cabinetDrawing(props.machine, props.layout, classId);
  const standing = standingCabinet(plan, classId, ordinal);
  addOpenCabinet({
    solids,
    drawing,
    standing,
    focus,
    pose,
    xray: props.xray,
    cables: props.cabling ? props.cables : null,
  });
  const all = solids.finish();
  const kept = openParts.slice(focus.package ? leftAlone(pose) : Math.min(1, leftAlone(pose)));
  return kept.length === openParts.length || !focus.board
    ? all
    : keepSolids(all, (part) => kept.includes(openedPart(focus, part)));
}

/** What stands open, from the outside in. */
const openParts = ['cabinet', 'board', 'chip'] as const;

/** How many of what stands around have wholly gone at a pose: none, the cabinet, or the board too. */
const leftAlone = ({ alone }: Pose): number => Math.floor(alone + 1e-9);

/** How what stands around the open cabinet is drawn at a pose: not at all once a board has been left alone. */
export function standingLook({ xray }: Pick<HallProps, 'xray'>, pose: Pose): CabinetLook | null {
  if (leftAlone(pose) > 0) return null;
  return pose.thin > 0.5 ? 'faded' : xray ? 'xray' : 'whole';
}

/** What stands around the open cabinet at a pose. */
export function standingAt(
  props: HallProps,
  plan: HallPlan,
  focus: Focus,
  pose: Pose,
  coarse: boolean,
): Solids {
  const look = standingLook(props, pose);
  return look ? drawStanding(props, plan, focus, { look, coarse }) : buildSolids(tones).finish();
}

/** The whole drawing at rest, for a picture on which a metre takes so many pixels. */
export function drawHall(props: HallProps, plan: HallPlan, focus: Focus, pixels: number): Drawing {
  const pose = poseOf(props);
  return {
    plan,
    focus,
    standing: standingAt(props, plan, focus, pose, isCoarse(props, plan, pixels)),
    opened: drawOpened(props, plan, focus, pose),
  };
}
