import type { Catalogue } from './catalog.ts';
import { figureOf, rangeInSi } from './figure.ts';
import { firstDay, isDate } from './schema/date.ts';
import type { Statement } from './schema/statement.ts';
import { units } from './schema/unit.ts';

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
 * A chip of the record as the rules see it, in the shape of the model's `RuledChip`. Newest statements count; bounds
 * become intervals; what the record has not is null, and so is a yes or no that sources dispute.
 *
 * Rates are the properties named `<format>-dense`. A chip without one is taken by its stated TPP, and without that by
 * every rate the record calls dense.
 * @throws where there is no such chip.
 */
export function ruledChipOf(catalogue: Catalogue, id: string) {
  const record = catalogue.chips.get(id);
  if (!record)
    throw new Error(`There is no chip "${id}": allowed: ${[...catalogue.chips.keys()].join(', ')}`);
  const shown = (name: string): Statement | null =>
    record.properties[name] ? figureOf(catalogue, `${id}.${name}`).shown : null;
  const flag = (name: string): boolean | null => {
    if (!record.properties[name]) return null;
    const { shown: one, disputed } = figureOf(catalogue, `${id}.${name}`);
    return typeof one?.value === 'boolean' && disputed.every(({ value }) => value === one.value)
      ? one.value
      : null;
  };
  const amount = (name: string, unit: string) => interval(shown(name), units.get(unit)!.factor);

  const rates = (wanted: (name: string) => boolean) =>
    Object.keys(record.properties)
      .filter((name) => catalogue.properties.get(name)?.quantity === 'rate' && wanted(name))
      .flatMap((name) => {
        const rate = shown(name);
        const bits = formatBits[rate?.format ?? ''];
        const denseTops = rate?.sparsity === 'dense' ? interval(rate, 1e12) : null;
        return bits === undefined || !denseTops
          ? []
          : [{ name: rate!.format!.toUpperCase(), bits, denseTops }];
      });
  const named = rates((name) => /^[a-z]+\d+-dense$/.test(name));
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
    ioBandwidthGBs: bothWays(shown('aggregate-io-bandwidth')),
    dramBandwidthGBs: amount('memory-bandwidth', 'GB/s'),
    datacentre: flag('designed-for-data-centres'),
    usSale: flag('us-sale-2026'),
    memory: null,
  };
}

/** A statement's value in units of `factor`, with its bound. */
function interval(statement: Statement | null, factor: number) {
  if (!statement) return null;
  const range = rangeInSi(statement);
  // 5.3 TB/s is 5,300 GB/s, without the noise of binary fractions.
  const scaled = (value: number) => Number((value / factor).toPrecision(12));
  return {
    low: statement.bound === 'at-most' ? 0 : scaled(range.low),
    high: statement.bound === 'at-least' ? unlimited : scaled(range.high),
  };
}

/** Bandwidth with both directions added; where the source does not say which it counts, both readings. */
function bothWays(statement: Statement | null) {
  const counted = interval(statement, 1e9);
  if (!counted || statement!.direction === 'both') return counted;
  const twice = (value: number) => (value === unlimited ? value : 2 * value);
  return {
    low: statement!.direction === 'one' ? twice(counted.low) : counted.low,
    high: twice(counted.high),
  };
}
