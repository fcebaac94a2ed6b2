import { rateOfShare } from './rate.ts';

/** Kinds of parts of a machine, in the order in which they are listed and drawn. */
export const partIds = ['module', 'cable', 'switch', 'board', 'chip'] as const;
export type PartId = (typeof partIds)[number];

/** What stands at the end of an optical cable. */
export const opticsKinds = ['pluggable', 'co-packaged'] as const;
export type Optics = (typeof opticsKinds)[number];

/** Which end of what is published is taken. */
export const rateEnds = ['low', 'high'] as const;
export type RateEnd = (typeof rateEnds)[number];

/** Both ends of a number; the same twice where it is one. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** A figure of the record by its key, in its base unit (seconds, failures a second, shares); null where nothing is known. */
export type FigureReader = (key: string) => Ends | null;

/** A figure of the record that tells how often a part fails. */
export interface RateFigure {
  readonly key: string;
  /** Failures by time, time between failures, or the share that failed within so many hours. */
  readonly form: 'rate' | 'mtbf' | { readonly shareWithinHours: number };
}

/** A quarter of a year of 8,760 hours. */
const threeMonths = 2190;

/** What stands for each part. Of copper cables there is nothing but a claim of one shop, which no figure takes. */
export const rateFigures: Readonly<Record<PartId | 'co-packaged', readonly RateFigure[]>> = {
  module: [{ key: 'pluggable-optics.module-mtbf', form: 'mtbf' }],
  'co-packaged': [{ key: 'co-packaged-optics.module-mtbf', form: 'mtbf' }],
  cable: [],
  switch: [
    { key: 'alibaba-hpn.switch-failure-rate', form: 'rate' },
    { key: 'azure-switch.failed-within-3-months', form: { shareWithinHours: threeMonths } },
  ],
  board: [{ key: 'llama3-cluster.server-failure-rate', form: 'rate' }],
  chip: [{ key: 'llama3-cluster.chip-failure-rate', form: 'rate' }],
};

/** The figures behind a part's rate. */
export const figuresOfPart = (part: PartId, optics: Optics): readonly RateFigure[] =>
  rateFigures[part === 'module' && optics === 'co-packaged' ? 'co-packaged' : part];

/** Failures of one part an hour, from the least published to the most; null where nothing is known. */
export function publishedRate(part: PartId, optics: Optics, read: FigureReader): Ends | null {
  const rates = figuresOfPart(part, optics).flatMap(({ key, form }) => {
    const ends = read(key);
    return ends ? [perHour(ends.low, form), perHour(ends.high, form)] : [];
  });
  return rates.length > 0 ? { low: Math.min(...rates), high: Math.max(...rates) } : null;
}

function perHour(value: number, form: RateFigure['form']): number {
  if (form === 'rate') return value * 3600;
  return form === 'mtbf' ? 3600 / value : rateOfShare(value, form.shareWithinHours);
}
