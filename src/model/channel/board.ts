import { requirePositive, type LossPerMetre } from './loss.ts';

/** A loss read at one frequency. */
export interface LossPoint {
  /** Hertz. */
  readonly frequency: number;
  /** dB/m. */
  readonly loss: number;
}

/**
 * Loss of a trace on a board through two readings: a part that grows with the square root of the frequency, which is the
 * copper's, and a part that grows with the frequency, which is the laminate's. Beyond the readings it is carried on.
 * @throws RangeError where the readings are of one frequency, or no such law with two parts of at least zero goes through them
 */
export function boardLoss(one: LossPoint, other: LossPoint): LossPerMetre {
  for (const { frequency, loss } of [one, other]) {
    requirePositive('frequency', frequency, 'Hz');
    requirePositive('loss', loss, 'dB/m');
  }
  const [low, high] = one.frequency < other.frequency ? [one, other] : [other, one];
  const root =
    Math.sqrt(low.frequency * high.frequency) * (Math.sqrt(high.frequency) - Math.sqrt(low.frequency));
  const skin = (low.loss * high.frequency - high.loss * low.frequency) / root;
  const laminate = (high.loss * Math.sqrt(low.frequency) - low.loss * Math.sqrt(high.frequency)) / root;
  if (!(skin >= 0 && laminate >= 0))
    throw new RangeError(
      `losses of ${low.loss} dB/m at ${low.frequency} Hz and ${high.loss} dB/m at ${high.frequency} Hz: allowed: two ` +
        'frequencies, and a loss that grows no slower than the root of the frequency and no faster than the frequency',
    );
  return (frequency) => {
    requirePositive('frequency', frequency, 'Hz');
    return skin * Math.sqrt(frequency) + laminate * frequency;
  };
}
