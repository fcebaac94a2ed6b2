import { boardLoss } from '../../model/channel/board.ts';
import type { Lane, Parts } from '../../model/channel/link.ts';
import { twinaxLoss } from '../../model/channel/twinax.ts';
import { drawnOn, figureOn, type RecordedStatement, type RecordSlice } from '../recordedFigure.ts';
import { laneKeys, partKeys } from './keys.ts';
import { rates, type Rate, type ReachValues } from './params.ts';

/**
 * The number that the model takes for a figure on a day, in the base unit; of a range its middle.
 * @throws where the figure is missing or is no number, naming it
 */
function middleOn(data: RecordSlice, key: string, asof: string): number {
  const value = drawnOn(data.figures[key], asof)?.value;
  if (value === undefined) throw new RangeError(`"${key}" is no number of the record`);
  return typeof value === 'number' ? value : (value.low + value.high) / 2;
}

/** A lane as it was known on a day; one not told yet stands as it was told first. */
export function laneOn(data: RecordSlice, rate: Rate, asof: string): Lane {
  const { frequency, budget } = laneKeys[rate];
  return { frequency: middleOn(data, frequency, asof), budget: middleOn(data, budget, asof) };
}

/** What was said of a figure by a day; null where nothing had been. */
export const saidOn = (data: RecordSlice, key: string, asof: string): RecordedStatement | null =>
  figureOn(data.figures[key]!, asof).shown;

/** Whether the rate had been told by a day. */
export const isTold = (data: RecordSlice, rate: Rate, asof: string): boolean =>
  saidOn(data, laneKeys[rate].frequency, asof) !== null;

/** The rates drawn: those told by the day, and the one asked for. */
export const drawnRates = (data: RecordSlice, { rate, asof }: Pick<ReachValues, 'rate' | 'asof'>): Rate[] =>
  rates.filter((one) => one === rate || isTold(data, one, asof));

/** What a link with a cable of a gauge is made of, as known on a day. */
export function partsOn(data: RecordSlice, { gauge, asof }: Pick<ReachValues, 'gauge' | 'asof'>): Parts {
  const take = (name: keyof typeof partKeys) => middleOn(data, partKeys[name], asof);
  return {
    board: boardLoss(
      { frequency: 12.5e9, loss: take('boardLow') },
      { frequency: 56e9, loss: take('boardHigh') },
    ),
    cable: twinaxLoss({ gauge: Number(gauge), delay: take('delay'), lossTangent: take('lossTangent') }),
    // Both packages lie between the bumps of the chips and the balls under them.
    package: (take('chipToChip') - take('ballToBall')) / 2,
    connector: take('connector'),
    reference: take('reference'),
  };
}
