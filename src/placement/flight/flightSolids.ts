import type { PartPath } from '../../model/hardware/partPath.ts';
import { drawCluster, drawFarHome, drawRows } from '../hall/cluster.ts';
import type { ClusterPlan } from '../hall/clusterPlan.ts';
import { drawOpened, drawStanding } from '../hall/drawing.ts';
import { openedPart } from '../hall/focus.ts';
import { joinSolids, type Solids } from '../solid/solids.ts';
import { keepSolids } from '../view/shift.ts';
import { flightFocus, flightPose, outermost, propsAt, type FlightProps } from './flight.ts';

/** What stands open of the pod at a stop: the chip alone, its board, or the whole cabinet. */
export function openedAt(props: FlightProps, plan: ClusterPlan, stop: number): Solids {
  const focus = flightFocus(props, plan);
  const level = (['package', 'board', 'cabinet', 'hall'] as const)[Math.min(3, stop)]!;
  const wanted = ['chip', 'board', 'cabinet'].slice(0, stop + 1);
  const shown = (part: PartPath) => wanted.includes(openedPart(focus, part));
  return keepSolids(drawOpened(propsAt(props, level), plan.pod, focus, flightPose(stop)), shown);
}

/**
 * Everything that the picture of a stop shows, in the frame of the pod.
 * @param stop 0 to 5, outwards
 */
export function flightSolids(props: FlightProps, plan: ClusterPlan, stop: number): Solids {
  if (stop === outermost)
    return joinSolids([drawCluster(props.layout, plan), drawFarHome(props.layout, plan)]);
  if (stop > 3) return drawRows(props.machine, props.layout, plan, true);
  const opened = openedAt(props, plan, stop);
  if (stop < 3) return opened;
  const around = { look: 'whole', coarse: true } as const;
  return joinSolids([
    drawStanding(propsAt(props, 'hall'), plan.pod, flightFocus(props, plan), around),
    opened,
  ]);
}
