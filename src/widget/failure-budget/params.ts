import { ownRatesAllowed, readOwnRates } from '../../model/failure/ownRates.ts';
import { opticsKinds, rateEnds } from '../../model/failure/partRate.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** Machines whose wiring counts their parts, smallest first. */
export const systemIds = [
  'gb200-nvl72',
  'atlas-900-a3-superpod',
  'atlas-950-superpod-1024',
  'ub-mesh-superpod',
  'atlas-950-superpod-8192',
  'atlas-960-superpod-15488',
] as const;
export type SystemId = (typeof systemIds)[number];

export const parameters = {
  system: {
    kind: 'choice',
    values: systemIds,
    default: 'atlas-950-superpod-8192',
    description: 'The machine whose parts are counted.',
  },
  optics: {
    kind: 'choice',
    values: opticsKinds,
    default: 'pluggable',
    description:
      'Whose rate its optical ends have: that of pluggable modules, or that of co-packaged optics.',
  },
  rates: {
    kind: 'choice',
    values: rateEnds,
    default: 'low',
    description: 'Where several rates are published, or a range: the lowest or the highest.',
  },
  fit: {
    kind: 'text',
    valid: (text: string) => readOwnRates(text) !== null,
    allowed: ownRatesAllowed,
    default: '',
    description: 'Rates of the reader’s own in FIT, failures in 10⁹ hours; they go before published ones.',
  },
  spares: {
    kind: 'integer',
    min: 0,
    max: 8,
    default: 0,
    description: 'Spare chips in each cabinet, running beside those that work: 1 is the 64 + 1 of UB-Mesh.',
  },
  retry: {
    kind: 'integer',
    min: 0,
    max: 16,
    default: 0,
    description:
      'Optical cables of a cabinet that may be down at once, since what they lost is sent again over the others; 0 is without retry.',
  },
  repair: {
    kind: 'integer',
    min: 1,
    max: 10_080,
    default: 75,
    description: 'Minutes that the machine stands when a part fails and nothing bears it.',
  },
  switchover: {
    kind: 'integer',
    min: 0,
    max: 10_080,
    default: 13,
    description: 'Minutes that it stands when a spare chip steps in.',
  },
  exchange: {
    kind: 'integer',
    min: 1,
    max: 8760,
    default: 24,
    description: 'Hours until a failed part that the machine bears is exchanged, on average.',
  },
  seed: {
    kind: 'integer',
    min: 1,
    max: 9999,
    default: 1,
    description:
      'Which quarter of a year is drawn, and which histories are played: the same seed, the same failures.',
  },
  asof,
} as const;

export type FailureParameters = typeof parameters;
export type FailureValues = ParameterValues<FailureParameters>;

export const declaration: WidgetDeclaration<FailureParameters> = {
  sees: 'A part that fails once in a century fails every few hours when there are a hundred thousand of them.',
  id: 'failure-budget',
  title: 'How often something must fail',
  description:
    'The parts of a machine times published failure rates: how long until the first fails, and how much of the time the machine runs, with spares and without.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['systems', 'interconnects', 'chips', 'sources'],
};
