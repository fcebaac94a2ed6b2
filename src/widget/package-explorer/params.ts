import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof, directions, perDieOrPackage } from '../sharedParameters.ts';

/** The chips whose packages are drawn: ids of `content/packages`, in the order of the row. */
export const chipIds = ['ascend-910c', 'ascend-950dt', 'nvidia-h100', 'nvidia-b200', 'nvidia-rubin'] as const;
export type ChipId = (typeof chipIds)[number];

export const parameters = {
  chip: {
    kind: 'choice',
    values: chipIds,
    default: 'ascend-950dt',
    description: 'The chip whose package is drawn.',
  },
  compare: {
    kind: 'choice',
    values: ['none', ...chipIds],
    default: 'nvidia-b200',
    description: 'The chip drawn beside it at the same scale; `none` for one alone.',
  },
  directions: directions('both'),
  per: perDieOrPackage,
  asof,
} as const;

export type PackageParameters = typeof parameters;
export type PackageValues = ParameterValues<PackageParameters>;

export const declaration: WidgetDeclaration<PackageParameters> = {
  sees: 'The widest wires of a chip never leave its package: its memory brings it far more than its links carry out.',
  id: 'package-explorer',
  title: 'Chips without their lids',
  description:
    'Set two chip packages side by side at one scale: their dies and memory, how firm each size is, and the bandwidth on every edge.',
  parameters,
  minimumSize: { width: 280, height: 320 },
  has3d: true,
  reads: ['chips', 'sources'],
};
