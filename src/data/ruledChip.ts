import type { Catalogue } from './catalog.ts';
import { figureOf, rangeInSi } from './figure.ts';
import { firstDay, isDate, lastDay } from './schema/date.ts';
import type { Statement } from './schema/statement.ts';
import { units } from './schema/unit.ts';
import { doubtsOf, type Said } from './chipDoubt.ts';

/** Bits of the numbers that a format multiplies. `mixed` has none of its own. */
const formatBits: Readonly<Record<string, number>> = {
  fp32: 32,
  fp16: 16,
  bf16: 16,
  int8: 8,
  fp8: 8,
  fp4: 4,
};

/** Where a source gives one limit alone, the other is out of reach; a number, since JSON has no infinity. */
const unlimited = Number.MAX_VALUE;

/**
 * A chip of the record as the rules see it, in the shape of the model's `RuledChip`. The newest statements by the day of
 * knowledge count; bounds, rounded and disputed figures become intervals; what the record has not, or only assumes, is null.
 *
 * Rates are the properties named `<format>-dense`. A chip without one is taken by its stated TPP, and without that by
 * every rate the record calls dense.
 * @param asOf a day of knowledge; without it, all that is on record.
 * @throws where there is no such chip.
 */
export function ruledChipOf(catalogue: Catalogue, id: string, asOf?: string) {
  const record = catalogue.chips.get(id);
  if (!record)
    throw new Error(`There is no chip "${id}": allowed: ${[...catalogue.chips.keys()].join(', ')}`);
  const all = (name: string): Said =>
    record.properties[name] ? figureOf(catalogue, `${id}.${name}`, { asOf }) : { shown: null, disputed: [] };
  const shown = (name: string): Statement | null => all(name).shown;
  const flag = (name: string): boolean | null => {
    const { shown: one, disputed } = all(name);
    const known =
      one !== null && one.status !== 'assumed' && disputed.every(({ value }) => value === one.value);
    return known && typeof one.value === 'boolean' ? one.value : null;
  };
  const amount = (name: string, unit: string) =>
    known(all(name), (one) => interval(one, units.get(unit)!.factor));

  const rates = (wanted: (name: string) => boolean) =>
    Object.keys(record.properties)
      .filter((name) => catalogue.properties.get(name)?.quantity === 'rate' && wanted(name))
      .flatMap((name) => {
        const said = all(name);
        const rate = said.shown;
        const bits = formatBits[rate?.format ?? ''];
        const denseTops = rate?.sparsity === 'dense' ? known(said, peakTops) : null;
        return bits === undefined || !denseTops
          ? []
          : [{ name: rate!.format!.toUpperCase(), bits, denseTops }];
      });
  const dense = rates((name) => /^[a-z]+\d+-dense$/.test(name));
  const named = [...dense, ...missingRate(shown('tpp'), dense)];
  const statedTpp = amount('stated-tpp', 'TPP');
  const formats = named.length > 0 || statedTpp ? named : rates(() => true);
  const release = shown('release-actual')?.value ?? shown('release-date')?.value;
  return {
    id,
    name: record.name,
    maker: record.maker,
    released: typeof release === 'string' && isDate(release) ? firstDay(release) : null,
    formats,
    statedTpp: formats.length > 0 ? null : (statedTpp ?? amount('tpp', 'TPP')),
    applicableDieAreaMm2: amount('applicable-die-area', 'mm2'),
    ioBandwidthGBs: known(all('aggregate-io-bandwidth'), bothWays),
    dramBandwidthGBs: amount('memory-bandwidth', 'GB/s'),
    datacentre: flag('designed-for-data-centres'),
    usSale: flag('us-sale-2026'),
    memory: null,
    ...doubtsOf(all),
  };
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is known by all that was said: nothing of what is only assumed, and every reading of what is disputed. */
function known({ shown, disputed }: Said, read: (statement: Statement) => Interval): Interval | null {
  if (!shown || shown.status === 'assumed') return null;
  const readings = [shown, ...disputed].map(read);
  return {
    low: Math.min(...readings.map(({ low }) => low)),
    high: Math.max(...readings.map(({ high }) => high)),
  };
}

/** A rate that was measured is a floor of the peak, which the rules ask for. */
const peakTops = (statement: Statement): Interval =>
  interval(statement.status === 'measured' ? { ...statement, bound: 'at-least' } : statement, 1e12);

/** Where the record calls a computed TPP a floor, the rate of some format is not on it. */
function missingRate(tpp: Statement | null, rates: readonly { readonly denseTops: Interval }[]) {
  const open = rates.some(({ denseTops }) => denseTops.high === unlimited);
  return tpp?.bound === 'at-least' && !open
    ? [{ name: 'another format', bits: 16, denseTops: { low: 0, high: unlimited } }]
    : [];
}

/** A statement's value in units of `factor`, with its bound; what is rounded by its source may lie half a digit off. */
function interval(statement: Statement, factor: number): Interval {
  const range = rangeInSi(statement);
  // 5.3 TB/s is 5,300 GB/s, without the noise of binary fractions.
  const scaled = (value: number) => Number((value / factor).toPrecision(12));
  const half = statement.bound === 'about' ? halfDigit(statement) : 0;
  return {
    low: statement.bound === 'at-most' ? 0 : scaled(range.low - half),
    high: statement.bound === 'at-least' ? unlimited : scaled(range.high + half),
  };
}

/** Half a unit of the last digit that a rounded number shows, in the base unit: of 144 TFLOPS half a TFLOPS. */
function halfDigit({ value, unit }: Statement): number {
  if (typeof value !== 'number' || value === 0) return 0;
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const places = (mantissa.split('.')[1] ?? '').length;
  return rangeInSi({ value: 0.5 * 10 ** (Number(exponent) - places), unit }).low;
}

/** Bandwidth with both directions added; where the source does not say which it counts, both readings. */
function bothWays(statement: Statement): Interval {
  const counted = interval(statement, 1e9);
  if (statement.direction === 'both') return counted;
  const twice = (value: number) => (value === unlimited ? value : 2 * value);
  return {
    low: statement.direction === 'one' ? twice(counted.low) : counted.low,
    high: twice(counted.high),
  };
}

/**
 * A chip as the rules could see it, as a list of dated statements: each as it was known from a day on, oldest first. The
 * first is of a day before anything was said.
 */
export function ruledChipsOf(catalogue: Catalogue, id: string) {
  const record = catalogue.chips.get(id);
  const days = Object.values(record?.properties ?? {}).flatMap((all) =>
    all.map(({ stated_on }) => lastDay(stated_on)),
  );
  const all = ['0001-01-01', ...[...new Set(days)].sort()].map((known) => ({
    known,
    chip: ruledChipOf(catalogue, id, known),
  }));
  return all.filter((one, i) => i === 0 || JSON.stringify(one.chip) !== JSON.stringify(all[i - 1]!.chip));
}
