import { cliffRange } from '../../figure/bandwidth-cliff/chart.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof, directions } from '../sharedParameters.ts';

/** The machines whose staircases are on record, in the order they are drawn. */
export const systemIds = [
  'hgx-h100',
  'gb200-nvl72',
  'atlas-900-a3-superpod',
  'atlas-950-superpod-1024',
  'atlas-950-superpod-8192',
  'tpu-ironwood-superpod',
] as const;
export type SystemId = (typeof systemIds)[number];

const isList = (text: string) => {
  const ids = text.split(',');
  return new Set(ids).size === ids.length && ids.every((id) => (systemIds as readonly string[]).includes(id));
};

/** Where a reader thinks that the line falls, and to how many GB/s. */
export interface CliffGuess {
  readonly chips: number;
  readonly bandwidth: number;
}

/** Reads a guess as it stands in the address, `64,100`; null where there is none. */
export function readGuess(text: string): CliffGuess | null {
  const match = /^(\d{1,5}),(\d{1,4})$/.exec(text);
  if (!match) return null;
  const [chips, bandwidth] = [Number(match[1]), Number(match[2])];
  const inside = chips >= 1 && chips <= cliffRange.chips && bandwidth >= 1 && bandwidth <= cliffRange.most;
  return inside ? { chips, bandwidth } : null;
}

export const parameters = {
  systems: {
    kind: 'text',
    valid: isList,
    allowed: `a list, without repeats, of ${systemIds.join(', ')}`,
    default: systemIds.join(','),
    description: 'The machines drawn, joined by commas.',
  },
  scale: {
    kind: 'choice',
    values: ['log', 'linear'],
    default: 'log',
    description: 'The axis of bandwidth; that of chips is always logarithmic.',
  },
  view: {
    kind: 'choice',
    values: ['answer', 'guess'],
    default: 'answer',
    description: '`guess` asks the reader to draw the line of the HGX H100 before any other is shown.',
  },
  guess: {
    kind: 'text',
    valid: (text: string) => text === '' || readGuess(text) !== null,
    allowed: `chips,GB/s such as 64,100: 1 … ${cliffRange.chips}, 1 … ${cliffRange.most}`,
    default: '',
    description: 'What the reader drew: the line falls after so many chips to so many GB/s.',
  },
  focus: {
    kind: 'choice',
    values: ['auto', ...systemIds],
    default: 'auto',
    description:
      'The machine whose line is in full ink, with the ground under it; `auto` is the first where all are drawn, else the last.',
  },
  directions: directions('one'),
  asof,
} as const;

export type CliffParameters = typeof parameters;
export type CliffValues = ParameterValues<CliffParameters>;

export const declaration: WidgetDeclaration<CliffParameters> = {
  sees: 'At the edge of a server the bandwidth of a chip falls off a cliff; racks and supernodes move that edge outwards, and none removes it.',
  id: 'bandwidth-cliff',
  title: 'Where the fast network ends',
  description:
    'Bandwidth per chip that leaves a group of chips, against the size of the group, for servers, racks and supernodes: draw where it falls, then see it.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['systems', 'chips', 'sources'],
};
