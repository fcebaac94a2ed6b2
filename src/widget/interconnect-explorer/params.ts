import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** Machines whose every link can be looked at, in the order of the row: from a board to a hall. */
export const systemIds = [
  'hgx-h100',
  'gb200-nvl72',
  'atlas-900-a3-superpod',
  'ub-mesh-pod',
  'atlas-950-superpod-1024',
  'atlas-950-superpod-8192',
  'atlas-960-superpod-15488',
] as const;
export type SystemId = (typeof systemIds)[number];

/** How ways are found: all shortest ones, one of them, longer ones too, or one dimension after the other. */
export const routings = ['ecmp', 'shortest', 'all-path', 'dimension-order'] as const;

const partPattern = /^((node|switch|board|cabinet):\d{1,6}|link:\d{1,6}-\d{1,6})$/;
const isPart = (text: string): boolean => partPattern.test(text);

/** Which chips a machine has is its own: the largest here has 15,488. */
const isChip = (text: string): boolean => /^(0|[1-9]\d{0,4})$/.test(text);

/** Most parts that can be out of service at once; an address holds no more. */
export const mostFailures = 64;

export const parameters = {
  system: {
    kind: 'choice',
    values: systemIds,
    default: 'atlas-950-superpod-8192',
    description: 'The machine whose links are looked at.',
  },
  from: {
    kind: 'text',
    valid: isChip,
    allowed: 'the number of a chip of the machine, from 0, such as 7',
    default: '0',
    description: 'The chip that sends. Chips are numbered from 0, as at the terminal.',
  },
  to: {
    kind: 'text',
    valid: isChip,
    allowed: 'the number of a chip of the machine, from 0, such as 5000',
    default: '5',
    description: 'The chip that receives.',
  },
  failed: {
    kind: 'text',
    valid: (text: string) => {
      const entries = text === '' ? [] : text.split(',');
      return entries.length <= mostFailures && entries.every(isPart);
    },
    allowed: `up to ${String(mostFailures)} of link:A-B, node:N, switch:N, board:N and cabinet:N, joined by commas, such as cabinet:0`,
    default: 'link:0-5',
    description:
      'What is out of service: cables that are cut, chips, switches, boards and cabinets, by the numbers of the terminal. What the address leaves out is a cut between chips 0 and 5, where the machine has such a link.',
  },
  routing: {
    kind: 'choice',
    values: routings,
    default: 'ecmp',
    description:
      'Which ways are drawn: all shortest ones (ECMP), one of them, those up to one hop longer too (all-path), or the fixed way of one dimension after the other.',
  },
  view: {
    kind: 'choice',
    values: ['route', 'machine'],
    default: 'route',
    description: 'The cabinets of both chips unfolded, or the whole machine with its bundles of links.',
  },
  tiers: {
    kind: 'text',
    valid: (text: string) => /^[a-z0-9-]{1,24}(,[a-z0-9-]{1,24}){0,7}$/.test(text),
    allowed: 'all, or names of tiers of the machine joined by commas, such as x',
    default: 'all',
    description: 'Tiers whose links are drawn.',
  },
  part: {
    kind: 'text',
    valid: (text: string) => text === '' || isPart(text),
    allowed: 'nothing, or one of link:A-B, node:N, switch:N, board:N and cabinet:N, such as board:0',
    default: '',
    description: 'The part that is picked.',
  },
  asof,
} as const;

export type ExplorerParameters = typeof parameters;
export type ExplorerValues = ParameterValues<ExplorerParameters>;

export const declaration: WidgetDeclaration<ExplorerParameters> = {
  sees: 'In a mesh of meshes a broken cable is a detour, not a hole.',
  id: 'interconnect-explorer',
  title: 'Every link of a machine',
  description:
    'See every link of a machine by tier, trace the ways between two chips, cut a cable or kill a switch, a board or a cabinet, and see what goes around, what is lost and who is cut off.',
  parameters,
  minimumSize: { width: 280, height: 320 },
  has3d: true,
  reads: ['systems', 'sources'],
};
