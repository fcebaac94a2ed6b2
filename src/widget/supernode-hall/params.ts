import { levels } from '../../model/hardware/machine.ts';
import { viewNames } from '../../placement/hall/hallProps.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** The systems that have a layout, in the order of the control row: as one could buy them, then as announced. */
export const systemIds = [
  'atlas-900-a3-superpod',
  'atlas-950-superpod-1024',
  'atlas-950-superpod-8192',
  'atlas-960-superpod-15488',
  'gb200-nvl72',
] as const;
export type SystemId = (typeof systemIds)[number];

const pathPattern = /^([a-z0-9-]+\.[1-9]\d{0,5}\/){0,3}[a-z0-9-]*[a-z](\.[1-9]\d{0,5})?$/;

export const parameters = {
  system: {
    kind: 'choice',
    values: systemIds,
    default: 'atlas-950-superpod-1024',
    description: 'The machine that stands in the hall.',
  },
  level: {
    kind: 'choice',
    values: levels,
    default: 'hall',
    description: 'How far in one looks, from the whole hall to one processor package.',
  },
  part: {
    kind: 'text',
    valid: (text: string) => text === '' || pathPattern.test(text),
    allowed: 'class.number/class.number, such as compute-cabinet.3/compute-board.2',
    default: '',
    description:
      'The part picked, from the cabinet down; a last step without a number means all of its class.',
  },
  xray: { kind: 'flag', default: false, description: 'Draws what stands in front as outlines only.' },
  explode: {
    kind: 'flag',
    default: false,
    description: 'Pulls the parts of the open cabinet, board or package apart.',
  },
  cabling: {
    kind: 'flag',
    default: true,
    description: 'Draws the cable trays overhead and what drops from them.',
  },
  view: {
    kind: 'choice',
    values: viewNames,
    default: 'axonometric',
    description: 'Where one stands; `walk` is in perspective, at eye height.',
  },
  chips: {
    kind: 'integer',
    min: 72,
    max: 15_488,
    default: 72,
    description: 'For racks of 72: as many racks as it takes to hold this number of chips.',
  },
  asof,
} as const;

export type HallParameters = typeof parameters;
export type HallValues = ParameterValues<HallParameters>;

export const declaration: WidgetDeclaration<HallParameters> = {
  sees: 'A supernode is a hall of cabinets wired to work as one computer, and some of its cabinets compute nothing: they hold the switches.',
  id: 'supernode-hall',
  title: 'Inside a supernode',
  description:
    'Stand in a supernode, open it level by level, pick any part, and see its count, its figures and their sources.',
  parameters,
  minimumSize: { width: 280, height: 320 },
  has3d: true,
  reads: ['systems', 'chips', 'interconnects', 'sources'],
};
