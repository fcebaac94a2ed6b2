import type { Interval } from './interval.ts';
import type { Question } from './question.ts';

/** Whether a text is a real whole day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @throws RangeError naming the input, its value and what is allowed. */
export function validate({ chip, date, destination, parent }: Question): void {
  validateDay(date);
  if (destination !== null && !/^[A-Z]{2}$/.test(destination)) refuse('destination', destination, 'a country of two capitals such as CN');
  if (parent !== null && !/^[A-Z]{2}$/.test(parent)) refuse('parent', parent, 'a country of two capitals such as CN');
  for (const { name, bits, denseTops } of chip.formats) {
    if (!Number.isSafeInteger(bits) || bits < 1 || bits > 128) refuse(`bits of ${name}`, bits, 'whole numbers from 1 to 128');
    check(`rate of ${name}`, denseTops);
  }
  check('stated TPP', chip.statedTpp);
  check('die area', chip.applicableDieAreaMm2, true);
  check('I/O', chip.ioBandwidthGBs);
  check('DRAM bandwidth', chip.dramBandwidthGBs);
  check('memory bandwidth', chip.memory?.bandwidthGBs ?? null);
  check('memory area', chip.memory?.areaMm2 ?? null, true);
} // prettier-ignore

/** @throws RangeError for a text that is no whole day. */
export function validateDay(date: string): void {
  if (!isDay(date)) refuse('date', date, 'real whole days such as 2023-11-17');
}

function check(name: string, interval: Interval | null, divides = false): void {
  if (!interval) return;
  const { low, high } = interval;
  const sound = Number.isFinite(low) && Number.isFinite(high) && low >= 0 && low <= high;
  if (!sound || (divides && high === 0))
    refuse(
      name,
      `${String(low)}..${String(high)}`,
      divides ? 'numbers above 0, low to high' : 'numbers from 0 on, low to high',
    );
}

function refuse(name: string, value: string | number, allowed: string): never {
  throw new RangeError(`${name} is "${String(value)}": allowed are ${allowed}`);
}
