import type { Statement } from '../data/schema/statement.ts';
import { rounded } from '../model/unit/significant.ts';
import { formatDate, isRecordDate } from './date.ts';
import { numberInWords } from './numberInWords.ts';

/** Between a number and its unit: keeps them on one line. The narrow one is missing in the site's fonts. */
const space = '\u00a0';

const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 12 });

/** A number with thousands separators and a true minus sign: `8,192`, `−0.5`. */
export function formatNumber(value: number): string {
  return number.format(value).replace('-', '−');
}

/** A number cut to so many significant digits, trailing zeros dropped: `8.19`, `114`, `8,190`. */
export function formatRounded(value: number, digits = 3): string {
  return formatNumber(rounded(value, digits));
}

/** Units printed otherwise than the record writes them. */
const printed: Readonly<Record<string, string>> = {
  mm2: 'mm²',
  m2: 'm²',
  us: 'µs',
  'TPP/mm2': 'TPP/mm²',
  'GB/s/mm2': 'GB/s per mm²',
  'H100-equivalents': 'H100 equivalents',
  'H100-equivalents/year': 'H100 equivalents a year',
  'GB300-equivalents': 'GB300 equivalents',
  'tokens/s/TFLOPS': 'tokens/s per TFLOPS',
  'Mtokens/s': 'million tokens/s',
  'dB/in': 'dB per inch',
  'dB/km': 'dB per kilometre',
  'ns/m': 'ns per metre',
};

/** Units written around the number rather than after it. */
const around: Readonly<Record<string, (value: string) => string>> = {
  '1': (value) => value,
  x: (value) => `${value}×`,
  USD: (value) => `$${value}`,
  MUSD: (value) => `$${value}${space}million`,
  GUSD: (value) => `$${value}${space}billion`,
  SGD: (value) => `S$${value}`,
  CNY: (value) => `¥${value}`,
  MCNY: (value) => `¥${value}${space}million`,
  GCNY: (value) => `¥${value}${space}billion`,
};

/** Units that are nouns take their singular after one. */
function singular(unit: string): string {
  return unit
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x)es$/, '$1')
    .replace(/s$/, '');
}

const nouns = /^(?:[a-z][a-z ]+s|(?:UB |virtual )?lanes|[A-Z]+s|SuperPoDs)$/;

/** A bandwidth in bytes a second as figures print it: `1.68 TB/s`, `448 GB/s`. */
export const formatBandwidth = (bytes: number): string =>
  bytes >= 1e12 ? `${formatRounded(bytes / 1e12)}\u00a0TB/s` : `${formatRounded(bytes / 1e9)}\u00a0GB/s`;

/** A printed number with its unit: `2 TB/s`, `1,024 chips`, `1 chip`, `$3 million`. */
export function withUnit(value: string, unit: string | undefined): string {
  if (unit === undefined) return value;
  const wrap = around[unit];
  if (wrap) return wrap(value);
  if (unit === 'ms' || !nouns.test(unit)) return value + space + (printed[unit] ?? unit);
  return `${value}${space}${value === '1' ? singular(unit) : unit}`;
}

const bounds = { 'at-least': 'at least ', 'at-most': 'up to ', about: 'about ' } as const;
const formats = {
  fp32: 'FP32',
  fp16: 'FP16',
  bf16: 'BF16',
  fp8: 'FP8',
  fp4: 'FP4',
  int8: 'INT8',
  mixed: 'mixed',
};
const directions = { one: 'per direction', both: 'both directions', unstated: 'direction not stated' };
const sparsities = { dense: 'dense', sparse: 'sparse', unstated: 'dense or sparse not stated' };

/**
 * How a statement is printed. `value`: number and unit; `number`: without the unit and without "about",
 * but never without a limit;
 * `words`: a whole number up to one hundred in words; `full`: with direction, number format and sparsity.
 */
export type Form = 'value' | 'number' | 'words' | 'full';

type Printable = Pick<Statement, 'value' | 'unit' | 'bound' | 'direction' | 'format' | 'sparsity'>;

/** Prints a statement of the record: `2 TB/s`, `120–145 kW`, `about 1,000 m²`, `1 PFLOPS FP8, dense`, `September 2026`. */
export function formatStatement(statement: Printable, form: Form = 'value'): string {
  const { value, unit } = statement;
  if (form === 'words') {
    if (typeof value !== 'number')
      throw new Error(`"${JSON.stringify(value)}" in words: allowed: a whole number`);
    return numberInWords(value);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'string') return isRecordDate(value) ? formatDate(value) : value;
  const digits =
    typeof value === 'number'
      ? formatNumber(value)
      : `${formatNumber(value.low)}–${formatNumber(value.high)}`;
  const limit = statement.bound ? bounds[statement.bound] : '';
  if (form === 'number') return statement.bound === 'about' ? digits : limit + digits;
  const plain = limit + withUnit(digits, unit);
  return form === 'value' ? plain : plain + qualifiers(statement);
}

/** What a bandwidth or a rate needs to be compared with another: direction, number format, dense or sparse. */
function qualifiers({ direction, format, sparsity }: Printable): string {
  const words = [sparsity && sparsities[sparsity], direction && directions[direction]].filter(
    (word) => word !== undefined,
  );
  return (format ? ` ${formats[format]}` : '') + words.map((word) => `, ${word}`).join('');
}
