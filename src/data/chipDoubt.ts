import type { Statement } from './schema/statement.ts';

/** What was said of a property: the statement shown, and those that the record does not support best. */
export interface Said {
  readonly shown: Statement | null;
  readonly disputed: readonly Statement[];
}

/** Properties behind each input of the rules, of which the first that the record has is told. */
const behind = {
  tpp: ['stated-tpp', 'tpp'],
  area: ['applicable-die-area'],
  io: ['aggregate-io-bandwidth'],
  dram: ['memory-bandwidth'],
  datacentre: ['designed-for-data-centres'],
  'us-sale': ['us-sale-2026'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Doubts = Partial<Record<keyof typeof behind, string>>;

/** Why inputs are open, in the words of the record; a chip without doubt has no such key. */
export function doubtsOf(said: (property: string) => Said): { doubts?: Doubts } {
  const doubts: Doubts = {};
  for (const [input, properties] of Object.entries(behind)) {
    const found = properties.map(said).find(({ shown }) => shown !== null);
    const text = found?.shown ? doubtOf(found.shown, found.disputed) : '';
    if (text) doubts[input as keyof Doubts] = text;
  }
  return Object.keys(doubts).length > 0 ? { doubts } : {};
}

/** What is assumed, where sources disagree, and what a bound or a range stands for. */
function doubtOf(shown: Statement, disputed: readonly Statement[]): string {
  if (shown.status === 'assumed') return `The record assumes ${words(shown)}. ${shown.reason ?? ''}`.trim();
  const readings = [...new Set([shown, ...disputed].map(words))];
  const note = shown.note ?? '';
  if (readings.length > 1) return `Sources disagree: ${readings.join(' or ')}. ${note}`.trim();
  const { value, bound, direction } = shown;
  const isRange = typeof value === 'object' && 'low' in value;
  return bound || isRange || direction === 'unstated' ? note : '';
}

function words({ value, unit = '' }: Statement): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'object' && 'low' in value ? `${value.low} to ${value.high}` : String(value);
  return `${text} ${unit}`.trim();
}
