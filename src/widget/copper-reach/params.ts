import { media } from '../../model/channel/medium.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** Gross rates of a lane, Gb/s; from 56 on they carry 50, 100, 200 and 400. */
export const rates = ['25', '56', '112', '224', '448'] as const;
export type Rate = (typeof rates)[number];

/** Gauges of wire in cables for fast lanes, AWG, the thickest first. */
export const gauges = ['26', '28', '30', '32'] as const;

/** Centimetres between the cabinets, as far as the drawing goes. */
export const lengthRange = { min: 10, max: 900 } as const;

export const parameters = {
  rate: {
    kind: 'choice',
    values: rates,
    default: '112',
    description: 'Gross rate of one lane, Gb/s; from 56 on it carries 50, 100, 200 or 400.',
  },
  length: {
    kind: 'integer',
    ...lengthRange,
    default: 200,
    description: 'Centimetres from the edge of one cabinet to that of the other, which the cable crosses.',
  },
  medium: {
    kind: 'choice',
    values: media,
    default: 'passive',
    description:
      'What joins them: a trace on a `board`, a `passive` or an `active` copper cable, or light that is made `near` the package, in it (`co`) or in a `plug`.',
  },
  gauge: {
    kind: 'choice',
    values: gauges,
    default: '26',
    description: 'Gauge of the wires in the cable, AWG: the larger the number, the thinner the wire.',
  },
  board: {
    kind: 'integer',
    min: 0,
    max: 30,
    default: 15,
    description: 'Centimetres of board between each chip and the cable.',
  },
  asof,
} as const;

export type ReachParameters = typeof parameters;
export type ReachValues = ParameterValues<ReachParameters>;

export const declaration: WidgetDeclaration<ReachParameters> = {
  sees: 'Each doubling of a lane’s rate about halves how far copper reaches, so the shape of a machine follows from the length of its wires.',
  id: 'copper-reach',
  title: 'How far copper reaches',
  description:
    'Two cabinets joined by a cable: move one away and watch the link close, rate by rate, and see what takes over at how many watts, how much money and how many failures.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['interconnects', 'sources'],
};
