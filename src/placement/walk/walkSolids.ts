import { tones } from '../../encoding/tone.ts';
import { addClosedCabinet, cabinetDrawing } from '../cabinet/cabinet.ts';
import type { Focus } from '../hall/focus.ts';
import { standingCabinet, type HallPlan, type StandingCabinet } from '../hall/hall.ts';
import type { HallProps } from '../hall/hallProps.ts';
import { buildSolids, type Solids } from '../solid/solids.ts';
import type { Onlooker } from '../view/eyeLevel.ts';
import { addAisleDoors } from './aisleDoors.ts';
import { addLadders } from './ladders.ts';
import { addNearDetail } from './nearCabinet.ts';

/** Nearer than the first one sees handles and doors, nearer than the second what is to be counted on a face; metres. */
const [within, countable] = [4, 7.2];

/**
 * What stands and hangs around the open cabinet as an onlooker sees it, in detail that falls with distance.
 * @param lift from 0 to 1: how far trays are pulled up
 */
export function drawAround(
  props: HallProps,
  plan: HallPlan,
  focus: Focus,
  onlooker: Onlooker,
  lift: number,
): Solids {
  const { machine, layout } = props;
  const solids = buildSolids(tones);
  const open = standingCabinet(plan, focus.cabinet.classId, focus.cabinet.ordinal);
  const drawings = new Map(
    [...new Set(plan.cabinets.map(({ classId }) => classId))].map((id) => [
      id,
      cabinetDrawing(machine, layout, id),
    ]),
  );
  const rows = [...new Set(plan.cabinets.map(({ z }) => z))];
  const [left, , right] = plan.bounds;
  const isWithin = onlooker.x > left && onlooker.x < right;
  for (const standing of plan.cabinets) {
    if (standing === open) continue;
    const drawing = drawings.get(standing.classId)!;
    // From within an aisle, what stands behind the rows beside it shows over their heads at the most.
    const isBeside = !rows.some((z) => (z - standing.z) * (z - onlooker.z) < 0);
    const away = isBeside ? distance(standing, onlooker) : Infinity;
    const look = props.xray ? 'xray' : isBeside || !isWithin ? 'whole' : 'bare';
    const detail = (owner: number) => addNearDetail(solids, drawing, standing, owner);
    addClosedCabinet(solids, drawing, standing, {
      coarse: away > countable,
      look,
      ...(away < within && !props.xray && { detail }),
    });
  }
  addAisleDoors(solids, layout, plan);
  if (props.cabling) addLadders(solids, layout, props.cables, plan, onlooker, lift);
  return solids.finish();
}

const distance = ({ x, z }: StandingCabinet, onlooker: Onlooker): number =>
  Math.hypot(x - onlooker.x, z - onlooker.z);
