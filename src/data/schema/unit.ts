/** What a value measures. `date`, `text` and `flag` carry no unit. */
export const quantities = [
  'bandwidth',
  'data',
  'rate',
  'throughput',
  'efficiency',
  'power',
  'length',
  'area',
  'mass',
  'flow',
  'time',
  'failure-rate',
  'count',
  'ratio',
  'performance',
  'performance-density',
  'bandwidth-density',
  'frequency',
  'loss',
  'loss-per-length',
  'delay',
  'dollars',
  'yuan',
  'singapore-dollars',
  'date',
  'text',
  'flag',
] as const;

export type Quantity = (typeof quantities)[number];

export interface Unit {
  readonly quantity: Quantity;
  /** Multiply by this to reach the base unit of the quantity (see `baseUnit`). */
  readonly factor: number;
}

/** The base unit that `factor` leads to: SI where SI has one. */
export const baseUnit = {
  bandwidth: 'B/s',
  data: 'B',
  rate: 'operations/s',
  throughput: 'tokens/s',
  efficiency: 'tokens/operation',
  power: 'W',
  length: 'm',
  area: 'm2',
  mass: 'kg',
  flow: 'm3/s',
  time: 's',
  'failure-rate': '1/s',
  count: '1',
  ratio: '1',
  performance: 'TPP',
  'performance-density': 'TPP/m2',
  'bandwidth-density': 'B/s/m2',
  frequency: 'Hz',
  loss: 'dB',
  'loss-per-length': 'dB/m',
  delay: 's/m',
  dollars: 'USD',
  yuan: 'CNY',
  'singapore-dollars': 'SGD',
} as const satisfies Partial<Record<Quantity, string>>;

const of = (quantity: Quantity, factors: Record<string, number>): [string, Unit][] =>
  Object.entries(factors).map(([name, factor]) => [name, { quantity, factor }]);

const counted = (words: string): [string, Unit][] =>
  of('count', Object.fromEntries(words.split(/,\s*/).map((word) => [word, 1])));

/** Every unit the record may use. Prefixes are decimal; binary ones carry their `i`. */
export const units: ReadonlyMap<string, Unit> = new Map([
  ...of('bandwidth', { 'GB/s': 1e9, 'TB/s': 1e12, 'PB/s': 1e15, 'Gb/s': 1e9 / 8, 'Tb/s': 1e12 / 8 }),
  ...of('data', { B: 1, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15, GiB: 2 ** 30, TiB: 2 ** 40 }),
  ...of('rate', { TFLOPS: 1e12, PFLOPS: 1e15, EFLOPS: 1e18, ZFLOPS: 1e21, TOPS: 1e12 }),
  ...of('throughput', { 'tokens/s': 1, 'Mtokens/s': 1e6 }),
  ...of('efficiency', { 'tokens/s/TFLOPS': 1e-12 }),
  ...of('power', { W: 1, kW: 1e3, MW: 1e6 }),
  // A rack unit is 1.75 inches (EIA-310); an Open Rack unit is 48 mm (Open Compute Project).
  ...of('length', { nm: 1e-9, mm: 1e-3, m: 1, km: 1e3, U: 0.04445, OU: 0.048 }),
  ...of('area', { mm2: 1e-6, m2: 1 }),
  ...of('mass', { kg: 1, t: 1e3 }),
  ...of('flow', { 'L/min': 1e-3 / 60 }),
  ...of('time', { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, days: 86_400 }),
  // FIT: failures in 10⁹ hours. A month is a twelfth of 365 days, so that twelve make a year of 8,760 hours.
  ...of('failure-rate', {
    FIT: 1 / 3.6e12,
    '%/month': 0.01 / (730 * 3600),
    'per 1,000 node-days': 1 / 86.4e6,
  }),
  ...counted(
    '1, chips, GPUs, CPUs, dies, chiplets, cores, cards, lanes, UB lanes, virtual lanes, links, ports',
  ),
  ...counted(
    'nodes, boards, trays, shelves, cabinets, racks, pods, planes, SuperPoDs, systems, switches, processors',
  ),
  ...counted(
    'modules, engines, fibres, cables, pairs, DIMMs, stacks, customers, industries, pages, downloads',
  ),
  ...counted(
    'entities, companies, applications, wafers, H100-equivalents, H100-equivalents/year, GB300-equivalents',
  ),
  ...of('count', { 'billion transistors': 1e9 }),
  ...of('ratio', { x: 1, '%': 0.01 }),
  ...of('performance', { TPP: 1 }),
  ...of('performance-density', { 'TPP/mm2': 1e6 }),
  ...of('bandwidth-density', { 'GB/s/mm2': 1e15 }),
  ...of('frequency', { GHz: 1e9 }),
  ...of('loss', { dB: 1 }),
  ...of('loss-per-length', { 'dB/in': 1 / 0.0254, 'dB/km': 1e-3 }),
  ...of('delay', { 'ns/m': 1e-9 }),
  ...of('dollars', { USD: 1, MUSD: 1e6, GUSD: 1e9 }),
  ...of('yuan', { CNY: 1, MCNY: 1e6, GCNY: 1e9 }),
  ...of('singapore-dollars', { SGD: 1 }),
]);

/** Names of the units of one quantity, for messages. */
export function unitsOf(quantity: Quantity): string[] {
  return [...units].filter(([, unit]) => unit.quantity === quantity).map(([name]) => name);
}
