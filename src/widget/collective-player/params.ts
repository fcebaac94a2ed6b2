import type { Operation } from '../../model/collective/operation.ts';
import type { Plan } from '../../model/collective/playback/playback.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** The machines that can be raced, in the order of the lists. */
export const systemIds = [
  'hgx-h100',
  'gb200-nvl72',
  'tpu-v4-pod',
  'atlas-900-a3-superpod',
  'atlas-950-superpod-1024',
  'atlas-950-superpod-8192',
  'atlas-960-superpod-15488',
] as const;
export type SystemId = (typeof systemIds)[number];

export const operations = [
  'all-reduce',
  'reduce-scatter',
  'all-gather',
  'all-to-all',
  'broadcast',
  'reduce',
] as const satisfies readonly Operation[];

export const plans = [
  'hierarchical',
  'ring',
  'halving-doubling',
  'binary-tree',
  'direct',
  'in-network',
  'nhr',
  'nb',
] as const satisfies readonly Plan[];
export type PlanId = (typeof plans)[number];

/** Most machines on one clock. */
export const mostRuns = 4;

const isListOf = (known: readonly string[]) => (text: string) => {
  const words = text.split(',');
  return words.length <= mostRuns && words.every((word) => known.includes(word));
};

/** Percent of the clock, to a ten-thousandth. */
const isPercent = (text: string) => /^(?:100|\d{1,2}(?:\.\d{1,4})?)$/.test(text);

export const parameters = {
  systems: {
    kind: 'text',
    valid: isListOf(systemIds),
    allowed: `one to four, joined by commas, such as hgx-h100,gb200-nvl72: ${systemIds.join(', ')}`,
    default: 'atlas-950-superpod-8192,atlas-950-superpod-8192',
    description: 'The machines that are played on one clock; one may stand there twice.',
  },
  operation: {
    kind: 'choice',
    values: operations,
    default: 'all-reduce',
    description: 'What is left on every chip at the end.',
  },
  algorithm: {
    kind: 'text',
    valid: isListOf(plans),
    allowed: `one for each machine, joined by commas, such as hierarchical,direct: ${plans.join(', ')}`,
    default: 'ring,hierarchical',
    description:
      'Who sends what to whom, machine by machine; the last stands for those that follow. `hierarchical` goes level by level, the others join all chips into one group.',
  },
  bytes: {
    kind: 'integer',
    min: 1_000,
    max: 10_000_000_000,
    default: 1_000_000,
    description: 'Bytes that each chip brings.',
  },
  ranks: {
    kind: 'integer',
    min: 1,
    max: 16_384,
    default: 16_384,
    description:
      'How many chips take part; a machine that has fewer takes all. Up to four show their numbers.',
  },
  time: {
    kind: 'text',
    valid: isPercent,
    allowed: 'percent of the time that the slowest machine takes, such as 37.5: 0 … 100',
    default: '0.05',
    description: 'Where the clock stands.',
  },
  asof,
} as const;

export type PlayerParameters = typeof parameters;
export type PlayerValues = ParameterValues<PlayerParameters>;

export const declaration: WidgetDeclaration<PlayerParameters> = {
  sees: 'A ring of 8,192 chips waits 16,382 times before it is done, so a small message never sees the bandwidth.',
  id: 'collective-player',
  title: 'A collective, step by step',
  description:
    'Play a collective step by step on one machine or race up to four on one clock, from 1 KB to 10 GB, beside what was measured; with four chips every number is seen being added.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: true,
  reads: ['systems', 'chips', 'sources'],
};
