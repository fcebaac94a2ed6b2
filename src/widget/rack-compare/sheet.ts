import { lengthText } from '../../encoding/length.ts';
import { formatRounded } from '../../encoding/format.ts';
import { childClasses } from '../../model/hardware/machine.ts';
import type { Basis } from '../../model/hardware/machine.ts';
import { anchorOf } from '../../placement/annotation.ts';
import {
  besidePair,
  drawPair,
  halfGap,
  pairBounds,
  pairFloor,
  pairPlace,
  type Pair,
} from '../../placement/cabinetPair.ts';
import { personHeight } from '../../placement/person.ts';
import type { Difference, Sheet, SheetDimension, SheetLabel } from '../../placement/sheet.ts';
import type { Solids } from '../../placement/solids.ts';
import type { Phrases } from '../phrases.ts';
import type { MovingSheet } from '../../scene/sheetScene.ts';
import { amountsOf, boardOf, pairOf, ratioOf } from './pair.ts';
import type { RackValues } from './params.ts';
import { quantities, type Amount, type RackData } from './rackData.ts';

const angles = { yaw: (36 * Math.PI) / 180, pitch: (18 * Math.PI) / 180 };

/** Height of the line of each difference over the floor, metres. */
const heights = { chips: 1.95, power: 1.45, mass: 0.95, density: 0.45 } as const;

/** The sheet of a state, and how it moves between steps. */
export function rackSheet(say: Phrases, data: RackData, values: RackValues): MovingSheet {
  const pair = pairOf(data, values);
  const step = Number(values.explode);
  const solids = drawPair(pair, step);
  const sheet: Sheet = {
    solids,
    bounds: pairBounds(pair, step),
    angles,
    floor: pairFloor(pair),
    person: besidePair(pair),
    labels: labels(say, values, pair, solids),
    dimensions: dimensions(say, pair),
    differences: differences(say, data, values),
  };
  return { sheet, step, at: (share) => drawPair(pair, share), subject: `${values.left} ${values.right}` };
}

/** The ratio as it is written on a line: `×1.13`, `×1.2–1.3`, `equal`, or that one side is not published. */
export function ratioText(say: Phrases, left: Amount, right: Amount): string {
  const ratio = ratioOf(left, right);
  if (!ratio) return 'unknown' in left || 'unknown' in right ? say('no-ratio') : say('none-ratio');
  const [low, high] = [formatRounded(ratio.low), formatRounded(ratio.high)];
  if (low === '1' && high === '1') return say('equal');
  return say('times', { ratio: low === high ? low : `${low}–${high}` });
}

/** A value as it stands at an end of a line. */
export function amountText(say: Phrases, amount: Amount): string {
  return 'unknown' in amount ? say('not-published') : amount.text;
}

function differences(say: Phrases, data: RackData, values: RackValues): Difference[] {
  return quantities.map((quantity) => {
    const amounts = amountsOf(data, values, quantity);
    return {
      from: [-halfGap, heights[quantity], 0],
      to: [halfGap, heights[quantity], 0],
      ends: [amountText(say, amounts[0]), amountText(say, amounts[1])],
      text: say(`line.${quantity}`, { ratio: ratioText(say, ...amounts) }),
    };
  });
}

function labels(say: Phrases, values: RackValues, pair: Pair, solids: Solids): SheetLabel[] {
  return pair.flatMap((cabinet, index): SheetLabel[] => {
    const { machine, classId, layout } = cabinet;
    const side = index === 0 ? 'left' : 'right';
    const id = index === 0 ? values.left : values.right;
    const place = pairPlace(cabinet, index as 0 | 1);
    const roof: SheetLabel = {
      anchor: [place.x, layout.cabinet.height.value, place.z],
      words: { title: say(`cabinet.${id}.name`), detail: say(`cabinet.${id}.detail`) },
      side,
    };
    const board = boardOf(machine, classId);
    const shown = childClasses(machine, classId).filter(
      ({ id: own, kind }) =>
        own === board?.id ||
        kind === 'backplane' ||
        kind === 'power-shelf' ||
        kind === 'switch-device' ||
        (kind === 'board' && own !== board?.id),
    );
    const named = shown.flatMap((cls): SheetLabel[] => {
      const anchor = anchorOf(
        [solids],
        [
          { classId, ordinal: index + 1 },
          { classId: cls.id, ordinal: 1 },
        ],
      );
      if (!anchor) return [];
      const count = cls.perParent.value;
      const title = say('counted', { count, part: say(`part.${cls.id}.${count === 1 ? 'one' : 'many'}`) });
      const held = childClasses(machine, cls.id).find(
        ({ kind }) => kind === 'processor' || kind === 'switch-chip',
      );
      const detail =
        cls.perParent.basis === 'assumed'
          ? say('number-assumed')
          : held
            ? say('each-with', {
                count: held.perParent.value,
                part: say(`part.${held.id}.${held.perParent.value === 1 ? 'one' : 'many'}`),
              })
            : '';
      return [{ anchor, words: { title, detail }, side }];
    });
    // The names of a class that fills two stretches of the stack would say the same twice.
    return [roof, ...named.slice(0, 4)];
  });
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
    const tall: SheetDimension =
      index === 0
        ? { from: [x0, 0, 0], to: [x0, height.value, 0], offset: [-0.14, 0, 0], text: text(height) }
        : {
            from: [x1, 0, -depth.value],
            to: [x1, height.value, -depth.value],
            offset: [0.22, 0, 0],
            text: text(height),
          };
    const deep: SheetDimension[] =
      index === 1
        ? [{ from: [x1, 0, -depth.value], to: [x1, 0, 0], offset: [0.22, 0, 0], text: text(depth) }]
        : [];
    return [tall, { from: [x0, 0, 0], to: [x1, 0, 0], offset: [0, 0, 0.22], text: text(width) }, ...deep];
  });
}

/** Height of the person for scale, printed. */
export const personText = (): string => lengthText(personHeight);
