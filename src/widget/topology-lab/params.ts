import { designFamilies, leastChips, mostChips } from '../../model/topology/designFamily.ts';
import { readShape } from '../../model/topology/designShape.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** Lane rates of which a reach of copper is on record, Gb/s. */
export const rates = ['25', '100', '200', '400'] as const;

/** What a price can be given for: a cable of each medium, and a port of a switch. */
export const pricedParts = ['copper', 'active-copper', 'optical', 'switch-port'] as const;
export type PricedPart = (typeof pricedParts)[number];

const mostPrice = 1_000_000;

const shape = (description: string) =>
  ({
    kind: 'text',
    valid: (text: string) => text === 'auto' || readShape(text) !== null,
    allowed: 'auto, or sizes such as 64 or 8x8x16, innermost first',
    default: 'auto',
    description,
  }) as const;

const price = (part: string) =>
  ({
    kind: 'text',
    valid: (text: string) =>
      text === 'none' ||
      (/^\d{1,7}(\.\d{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= mostPrice),
    allowed: `none, or a number above 0 up to ${String(mostPrice)}, such as 25`,
    default: 'none',
    description: `What ${part} costs, in a currency of the reader’s; nothing that is published says it.`,
  }) as const;

export const parameters = {
  family: {
    kind: 'choice',
    values: designFamilies,
    default: 'fullmesh',
    description:
      'How the chips are wired: `ring`, `torus`, `fullmesh`, `ndmesh` (a full mesh along each dimension), `planes` (one tier of switches), `clos` (a fat tree), `rails` (rail-optimised), `dragonfly`.',
  },
  shape: shape(
    'Sizes of the network, innermost first, or `auto`. Of a fat tree: chips of a leaf x leaves (of a group x groups); of rails: chips of a server x servers (of a block x blocks); of a dragonfly: chips of a router x routers of a group x groups.',
  ),
  chips: {
    kind: 'integer',
    min: leastChips,
    max: mostChips,
    default: 64,
    description: 'How many chips are wired.',
  },
  rate: {
    kind: 'choice',
    values: rates,
    default: '100',
    description: 'Rate of a lane in one direction, Gb/s. It says how far copper reaches.',
  },
  lanes: {
    kind: 'integer',
    min: 1,
    max: 1024,
    default: 64,
    description: 'Lanes of every chip, shared out evenly over its links.',
  },
  planes: {
    kind: 'integer',
    min: 1,
    max: 64,
    default: 8,
    description: 'Identical networks of switches side by side, each with a port of every chip.',
  },
  beside: {
    kind: 'choice',
    values: ['none', ...designFamilies],
    default: 'none',
    description: 'A second network of as many chips with as many lanes, beside the first.',
  },
  'beside-shape': shape('Sizes of the second network.'),
  'price-copper': price('a copper cable'),
  'price-active-copper': price('a copper cable with chips in its plugs'),
  'price-optical': price('a cable of light with its two modules'),
  'price-switch-port': price('a port of a switch'),
  asof,
} as const;

export type LabParameters = typeof parameters;
export type LabValues = ParameterValues<LabParameters>;

export const declaration: WidgetDeclaration<LabParameters> = {
  sees: 'All-to-all wiring explodes with the square of the chips, and every family of networks is a different way not to pay for that.',
  id: 'topology-lab',
  title: 'Ways to wire chips',
  description:
    'Wire 8 to 16,384 chips as a ring, a torus, a mesh, a fat tree or a dragonfly, and read at once what it takes in cables and switches and what it gives in hops and bisection.',
  parameters,
  minimumSize: { width: 280, height: 320 },
  has3d: true,
  reads: ['interconnects', 'sources'],
};
