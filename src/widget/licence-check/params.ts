import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** Chips of the record that the rules can be asked about, by maker, and one by figures of the reader's own. */
export const chipIds = [
  'nvidia-a100',
  'nvidia-a800',
  'nvidia-h100',
  'nvidia-h800',
  'nvidia-h20',
  'nvidia-h200',
  'nvidia-b200',
  'nvidia-b300',
  'nvidia-b30a',
  'nvidia-l2',
  'nvidia-l20',
  'nvidia-l40s',
  'nvidia-rtx-4090',
  'nvidia-rtx-4090d',
  'nvidia-rtx-pro-6000d',
  'amd-mi210',
  'amd-mi250x',
  'amd-mi300x',
  'amd-mi308',
  'amd-mi325x',
  'intel-gaudi2',
  'intel-gaudi3',
  'ascend-910b',
  'ascend-910c',
  'ascend-950pr',
  'ascend-950dt',
  'cambricon-590',
  'own',
] as const;

/** Largest figure of one's own. */
const largest = 1_000_000;

/** Reads a figure of one's own; null where it is `unknown`, undefined where it is none. */
export function readAmount(text: string): number | null | undefined {
  if (text === 'unknown') return null;
  if (!/^\d{1,7}(?:\.\d{1,6})?$/.test(text)) return undefined;
  const value = Number(text);
  return value > 0 && value <= largest ? value : undefined;
}

const amount = (example: string, unit: string, start: string, description: string) =>
  ({
    kind: 'text',
    valid: (text: string) => readAmount(text) !== undefined,
    allowed: `unknown, or ${unit} such as ${example}: above 0, up to ${largest}`,
    default: start,
    description,
  }) as const;

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return day.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

export const parameters = {
  chip: {
    kind: 'choice',
    values: chipIds,
    default: 'nvidia-a800',
    description: 'A chip of the record, or `own` for one of the figures below.',
  },
  tops: amount(
    '296',
    'TOPS',
    '299',
    'Dense rate of one’s own chip in tera-operations per second, sparsity left out.',
  ),
  bits: {
    kind: 'integer',
    min: 1,
    max: 64,
    default: 8,
    description: 'Bits of the operands at that rate.',
  },
  area: amount('814', 'mm²', '800', 'Area of its logic dies with non-planar transistors.'),
  io: amount('900', 'GB/s', '400', 'All its bandwidth to other chips, both directions added.'),
  dram: amount('4000', 'GB/s', '2000', 'Bandwidth of all its memory.'),
  datacentre: {
    kind: 'choice',
    values: ['yes', 'no', 'unknown'],
    default: 'yes',
    description: 'Whether one’s own chip is designed or marketed for data centres.',
  },
  maker: {
    kind: 'choice',
    values: ['nvidia', 'amd', 'intel', 'huawei', 'other', 'unknown'],
    default: 'other',
    description: 'Who makes one’s own chip: letters bind the company they are sent to.',
  },
  date: {
    kind: 'date',
    default: '2023-03-01',
    description: 'The day of the question; `latest` is the end of the evidence.',
  },
  compare: {
    kind: 'text',
    valid: (text: string) => text === 'none' || text === 'latest' || isDay(text),
    allowed: 'none, latest, or a day such as 2025-05-01',
    default: '2023-11-17',
    description: 'A second day to put beside the first.',
  },
  destination: {
    kind: 'choice',
    values: ['CN', 'HK', 'MO', 'SG'],
    default: 'CN',
    description: 'Where it goes: China, Hong Kong, Macau, or Singapore as an example of elsewhere.',
  },
  parent: {
    kind: 'choice',
    values: ['same', 'CN', 'HK', 'MO', 'US'],
    default: 'same',
    description: 'Where the buyer’s ultimate parent has its headquarters; `same` as the destination.',
  },
  route: {
    kind: 'choice',
    values: ['us', 'other', 'unknown'],
    default: 'us',
    description: 'Whether it is exported from the United States.',
  },
  sale: {
    kind: 'choice',
    values: ['record', 'yes', 'no', 'unknown'],
    default: 'record',
    description:
      'Whether it was on sale in the United States on 15 January 2026; `record` takes what the record says.',
  },
  asof,
} as const;

export type CheckParameters = typeof parameters;
export type CheckValues = ParameterValues<CheckParameters>;

export const declaration: WidgetDeclaration<CheckParameters> = {
  sees: 'The same chip gets another answer on another day: the clauses changed while the chip stayed, and the figure shows which one catches it and by how much.',
  id: 'licence-check',
  title: 'Would this chip need a licence?',
  description:
    'Take a chip, or give figures of your own, a date and a destination: see which clause of the American export rules catches it, by how much, and what would have to change.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['chips', 'rules', 'events', 'sources'],
};
