import { readCatalogue } from '../../../../src/data/read.ts';
import { ruledChipOf } from '../../../../src/data/ruledChip.ts';
import { rulebookOf } from '../../../../src/data/rulebook.ts';
import { assess } from '../../../../src/model/exportControl/assess.ts';
import { exactly, type Interval } from '../../../../src/model/exportControl/interval.ts';
import type { Question } from '../../../../src/model/exportControl/question.ts';
import type { RuledChip } from '../../../../src/model/exportControl/ruledChip.ts';
import type { Verdict } from '../../../../src/model/exportControl/verdict.ts';

export const catalogue = readCatalogue();
export const rulebook = rulebookOf(catalogue);

/** A data-centre chip by its figures: 8-bit, so its TPP is eight times its rate. Of no maker that a letter names. */
export function chipOf(
  tpp: number | Interval | null,
  area: number | Interval | null,
  rest: Partial<RuledChip> = {},
): RuledChip {
  const interval = (value: number | Interval | null) => (typeof value === 'number' ? exactly(value) : value);
  const reached = interval(tpp);
  return {
    id: null,
    name: 'chip',
    maker: 'Google',
    released: null,
    formats: reached
      ? [{ name: 'INT8', bits: 8, denseTops: { low: reached.low / 8, high: reached.high / 8 } }]
      : [],
    statedTpp: null,
    applicableDieAreaMm2: interval(area),
    ioBandwidthGBs: null,
    dramBandwidthGBs: null,
    datacentre: true,
    usSale: null,
    memory: null,
    ...rest,
  };
}

type Case = Partial<Omit<Question, 'chip'>>;

/** What the rules of the record say, sent from the United States to China unless told otherwise. */
export function ask(chip: RuledChip, date: string, rest: Case = {}): Verdict {
  return assess(rulebook, { chip, date, destination: 'CN', parent: null, route: 'us', ...rest });
}

/** The same of a chip in the record. */
export function askRecorded(id: string, date: string, rest: Case = {}): Verdict {
  return ask(ruledChipOf(catalogue, id), date, rest);
}

export const bound = ({ letters }: Verdict): string[] =>
  letters.filter(({ binds }) => binds === true).map(({ rule }) => rule);

export const maybeBound = ({ letters }: Verdict): string[] =>
  letters.filter(({ binds }) => binds === null).map(({ rule }) => rule);

export const open = ({ exceptions }: Verdict): string[] =>
  exceptions.filter((one) => one.open === true).map(({ id }) => id);
