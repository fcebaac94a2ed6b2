import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** The cabinets that can be compared: ids of `content/cabinets`, in the order of the row. */
export const cabinetIds = [
  'atlas-900-a3-compute',
  'atlas-900-a3-communication',
  'atlas-950-compute',
  'atlas-950-interconnect',
  'gb200-nvl72',
] as const;
export type CabinetId = (typeof cabinetIds)[number];

/** Steps of opening, from closed to pulled apart. */
export const steps = ['0', '0.25', '0.5', '0.75', '1'] as const;

export const parameters = {
  left: {
    kind: 'choice',
    values: cabinetIds,
    default: 'atlas-950-compute',
    description: 'The cabinet on the left.',
  },
  right: {
    kind: 'choice',
    values: cabinetIds,
    default: 'gb200-nvl72',
    description: 'The cabinet on the right.',
  },
  explode: {
    kind: 'choice',
    values: steps,
    default: '0.5',
    description: 'How far both stand open, from 0 (closed) to 1 (pulled apart).',
  },
  asof,
} as const;

export type RackParameters = typeof parameters;
export type RackValues = ParameterValues<RackParameters>;

export const declaration: WidgetDeclaration<RackParameters> = {
  sees: 'Cabinet for cabinet two makers are close in size, chips and power, so counting cabinets says nothing yet of what a machine can do.',
  id: 'rack-compare',
  title: 'Two cabinets compared',
  description:
    'Set two cabinets side by side at one scale, open them in step, and see what differs, with the status of every figure.',
  parameters,
  minimumSize: { width: 280, height: 320 },
  has3d: true,
  reads: ['systems', 'chips', 'sources'],
};
