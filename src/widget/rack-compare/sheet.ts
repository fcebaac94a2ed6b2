import { lengthText } from '../../encoding/length.ts';
import { formatNumber, formatRounded } from '../../encoding/format.ts';
import { childClasses, type Basis, type PartKind } from '../../model/hardware/machine.ts';
import { drawnAs } from '../../placement/label/annotation.ts';
import {
  besidePair,
  drawPair,
  halfGap,
  pairBounds,
  pairFloor,
  pairPlace,
  type Pair,
  type PairedCabinet,
} from '../../placement/cabinet/cabinetPair.ts';
import { personHeight } from '../../placement/solid/person.ts';
import {
  byTurns,
  sheetSolids,
  type Difference,
  type Sheet,
  type SheetDimension,
  type SheetLabel,
} from '../../placement/sheet/sheet.ts';
import type { Phrases } from '../phrases.ts';
import type { MovingSheet } from '../../scene/sheet/scene.ts';
import { amountsOf, boardOf, pairOf, ratioOf } from './pair.ts';
import type { RackValues } from './params.ts';
import { quantities, type Amount, type Quantity, type RackData } from './rackData.ts';

const angles = { yaw: (24 * Math.PI) / 180, pitch: (17 * Math.PI) / 180 };

/** Heights of the lines of the differences over the floor, metres. */
const heights = [1.7, 0.5] as const;

/** The sheet of a state, and how it moves between steps. */
export function rackSheet(say: Phrases, data: RackData, values: RackValues): MovingSheet {
  const pair = pairOf(data, values);
  const step = Number(values.explode);
  const drawn = (share: number) => ({ solids: drawPair(pair, share), small: drawPair(pair, share, true) });
  const { solids, small } = drawn(step);
  const sheet: Sheet = {
    solids,
    small,
    bounds: pairBounds(pair, step),
    angles,
    floor: pairFloor(pair),
    person: besidePair(pair),
    labels: labels(say, values, pair),
    dimensions: dimensions(say, pair),
    differences: differences(say, data, values, pair),
  };
  return {
    sheet,
    step,
    at: (share, frame) => sheetSolids(drawn(share), frame),
    subject: `${values.left} ${values.right} ${values.asof}`,
  };
}

/** The ratio as it is written on a line: `×1.13`, `×1.2–1.3`, `equal`, or that one side is not published. */
export function ratioText(say: Phrases, left: Amount, right: Amount): string {
  const ratio = ratioOf(left, right);
  if (!ratio) return 'unknown' in left || 'unknown' in right ? say('no-ratio') : say('none-ratio');
  const [low, high] = [formatRounded(ratio.low), formatRounded(ratio.high)];
  if (low === '1' && high === '1') return say('equal');
  return say('times', { ratio: low === high ? low : `${low}–${high}` });
}

/** The words over the line of a difference: `×1.13 chips`, or `Mass: no ratio`. */
function ratioLine(say: Phrases, quantity: Quantity, left: Amount, right: Amount): string {
  const ratio = ratioText(say, left, right);
  return ratio.startsWith('×')
    ? say(`line.${quantity}`, { ratio })
    : say('line-other', { quantity: say(`quantity.${quantity}`), ratio });
}

/** A value as it stands beside a line. */
export function amountText(say: Phrases, amount: Amount): string {
  return 'unknown' in amount ? say('not-published') : amount.text;
}

function differences(say: Phrases, data: RackData, values: RackValues, [left]: Pair): Difference[] {
  // The words stand on the free floor between the two, right of the left cabinet's open side.
  const free = -halfGap + left.layout.cabinet.depth.value * Math.tan(angles.yaw);
  // The two most telling ratios; where one side is not published there is none, and nothing is drawn.
  const told = quantities
    .filter((quantity) => ratioOf(...amountsOf(say, data, values, quantity)))
    .slice(0, 2);
  return told.map((quantity, i) => {
    const [a, b] = amountsOf(say, data, values, quantity);
    const y = heights[i]!;
    return {
      from: [-halfGap, y, 0],
      to: [halfGap, y, 0],
      at: [(free + halfGap) / 2, y, 0],
      row: quantity,
      text: ratioLine(say, quantity, a, b),
      values: say('against', { left: amountText(say, a), right: amountText(say, b) }),
    };
  });
}

/** Names of both cabinets and of what they hold, those of the left and of the right by turns. */
function labels(say: Phrases, values: RackValues, pair: Pair): SheetLabel[] {
  return byTurns(pair.map((cabinet, index) => labelsOf(say, values, cabinet, index as 0 | 1)));
}

function labelsOf(say: Phrases, values: RackValues, cabinet: PairedCabinet, index: 0 | 1): SheetLabel[] {
  const { machine, classId } = cabinet;
  const whole = { classId, ordinal: index + 1 };
  const roof: SheetLabel = {
    boxes: drawnAs([whole]),
    words: {
      title: say(`cabinet.${index === 0 ? values.left : values.right}.name`),
      detail: outerSize(say, cabinet),
    },
  };
  const board = boardOf(machine, classId);
  // What carries the processors and what joins and feeds it; where there is none, the devices that switch.
  const told: readonly PartKind[] = board
    ? ['board', 'backplane', 'power-shelf']
    : ['switch-device', 'power-shelf', 'manifold'];
  const shown = childClasses(machine, classId).filter(({ kind }) => told.includes(kind));
  const named = shown.map((cls): SheetLabel => {
    const count = cls.perParent.value;
    const title = say('counted', { count, part: say(`part.${cls.id}.${count === 1 ? 'one' : 'many'}`) });
    const inside = childClasses(machine, cls.id);
    const held =
      inside.find(({ kind }) => kind === 'processor') ?? inside.find(({ kind }) => kind === 'switch-chip');
    const detail =
      cls.perParent.basis === 'assumed'
        ? say('number-assumed')
        : held
          ? say('each-with', {
              count: held.perParent.value,
              part: say(`part.${held.id}.${held.perParent.value === 1 ? 'one' : 'many'}`),
            })
          : '';
    return { boxes: drawnAs([whole, { classId: cls.id, ordinal: null }]), words: { title, detail } };
  });
  return [roof, ...named];
}

function dimensions(say: Phrases, pair: Pair): SheetDimension[] {
  return pair.flatMap((cabinet, index): SheetDimension[] => {
    const { width, depth, height } = cabinet.layout.cabinet;
    const { x } = pairPlace(cabinet, index as 0 | 1);
    const [x0, x1] = [x - width.value / 2, x + width.value / 2];
    const text = (length: { value: number; basis: Basis }) =>
      length.basis === 'published'
        ? lengthText(length.value)
        : say('dimension', { length: lengthText(length.value), basis: say(`basis.${length.basis}`) });
    const front: SheetDimension = {
      from: [x0, 0, 0],
      to: [x1, 0, 0],
      offset: [0, 0, 0.22],
      text: text(width),
    };
    if (index === 0) return [front];
    const back = -depth.value;
    // The name of the cabinet says how firm its height is; beside the names there is little room.
    return [
      front,
      {
        from: [x1, 0, back],
        to: [x1, height.value, back],
        offset: [0.22, 0, 0],
        text: lengthText(height.value),
      },
      { from: [x1, 0, back], to: [x1, 0, 0], offset: [0.22, 0, 0], text: text(depth) },
    ];
  });
}

/** `600 × 1,200 × 2,250 mm, assumed` */
function outerSize(say: Phrases, { layout }: PairedCabinet): string {
  const { width, depth, height } = layout.cabinet;
  const mm = [width, depth, height].map(({ value }) => formatNumber(Math.round(value * 1000))).join(' × ');
  const basis = [width, depth, height].find((length) => length.basis !== 'published')?.basis ?? 'published';
  return say('dimension', { length: `${mm}\u00a0mm`, basis: say(`basis.${basis}`) });
}

/** Height of the person for scale, printed. */
export const personText = (): string => lengthText(personHeight);
