const PREFIXES = {
  '': 1,
  K: 1e3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
} as const;

const withPrefixes = (unit: string): Record<string, number> =>
  Object.fromEntries(Object.entries(PREFIXES).map(([prefix, factor]) => [`${prefix}${unit}`, factor]));

/** Units of each quantity that the terminal reads, and what multiplies them to SI. */
const UNITS = {
  bandwidth: withPrefixes('B/s'),
  bytes: withPrefixes('B'),
  time: { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1 },
  duration: { s: 1, min: 60, h: 3600, days: 86_400 },
  rate: withPrefixes('FLOPS'),
  power: withPrefixes('W'),
} satisfies Record<string, Record<string, number>>;

export type QuantityKind = keyof typeof UNITS;

const EXAMPLES: Record<QuantityKind, string> = {
  bandwidth: 'numbers above 0 with GB/s (10⁹) or GiB/s (2³⁰), for example 50GB/s',
  bytes: 'numbers above 0 with B, KiB, MiB, GiB, KB, MB or GB, for example 1MiB',
  time: 'numbers from 0 on with ns, us, ms or s, for example 500ns',
  duration: 'numbers from 0 on with s, min, h or days, for example 75min',
  rate: 'numbers above 0 with TFLOPS or PFLOPS, for example 989TFLOPS',
  power: 'numbers above 0 with W or kW, for example 700W',
};

/**
 * Reads a quantity with its unit: bytes a second, bytes, seconds (short or long), operations a second, or watts. A plain number of bytes may go without a unit.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function parseQuantity(name: string, text: string, kind: QuantityKind): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([^\d\s].*)?$/i.exec(text.trim());
  const units: Record<string, number> = UNITS[kind];
  const unit = match?.[2] ?? (kind === 'bytes' ? 'B' : '');
  const value = match && Object.hasOwn(units, unit) ? scaled(match[1]!, units[unit]!) : NaN;
  if (!Number.isFinite(value) || value < 0 || (value === 0 && kind !== 'time' && kind !== 'duration'))
    throw new RangeError(`--${name} is "${text}": allowed are ${EXAMPLES[kind]}`);
  return value;
}

/** `500` ns is 500 / 10⁹ s: dividing by a whole power of ten is exact where multiplying by 1e-9 is not. */
function scaled(number: string, factor: number): number {
  return factor < 1 ? Number(number) / Math.round(1 / factor) : Number(number) * factor;
}

/**
 * A list of quantities joined by commas.
 * @throws RangeError as `parseQuantity`.
 */
export function parseQuantities(name: string, text: string, kind: QuantityKind): number[] {
  return text.split(',').map((each) => parseQuantity(name, each, kind));
}
