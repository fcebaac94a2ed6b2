import { drawOpened } from '../hall/drawing.ts';
import type { Focus } from '../hall/focus.ts';
import { planHall, type HallPlan } from '../hall/hall.ts';
import type { HallProps } from '../hall/hallProps.ts';
import { poseOf } from '../solid/pose.ts';
import { joinSolids, type Solids } from '../solid/solids.ts';
import { aheadOf, type Onlooker } from '../view/eyeLevel.ts';
import { focusIn, standIn } from './standIn.ts';
import { drawAround } from './walkSolids.ts';

/** A hall as someone sees it who stands in it. */
export interface WalkedHall {
  readonly plan: HallPlan;
  readonly focus: Focus;
  readonly onlooker: Onlooker;
  /** All that lies ahead, cut off where it reaches behind. */
  readonly solids: Solids;
}

/** The hall of a state from where one stands first. */
export function walkHall(props: HallProps): WalkedHall {
  const plan = planHall(props.machine, props.layout);
  const focus = focusIn(props, plan);
  const onlooker = standIn(props, plan, focus);
  const pose = poseOf(props);
  const solids = aheadOf(
    joinSolids([drawAround(props, plan, focus, onlooker, pose.spread), drawOpened(props, plan, focus, pose)]),
    onlooker,
  );
  return { plan, focus, onlooker, solids };
}
