import type { Topic } from '../../data/schema/event.ts';
import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { beatIds } from './told.ts';
import { asof } from '../sharedParameters.ts';

/** Months that the sheet can show: the first event, and the last day that a text on record names. */
export const firstMonth = '2019-05';
export const lastMonth = '2027-01';

/** Whose moves are shown, by jurisdiction; what both did together is shown with either. */
export const actors = ['us', 'nl', 'jp', 'tw', 'cn'] as const;
export type Actor = (typeof actors)[number];

export const topics = [
  'chips',
  'memory',
  'tools',
  'listings',
  'enforcement',
  'bills',
  'procurement',
  'competition',
  'materials',
  'truce',
] as const satisfies readonly Topic[];

const isList = (known: readonly string[]) => (text: string) => {
  const ids = text.split(',');
  return text === 'all' || (new Set(ids).size === ids.length && ids.every((id) => known.includes(id)));
};

const isMonth = (text: string) =>
  /^20\d\d-(0[1-9]|1[0-2])$/.test(text) && text >= firstMonth && text <= lastMonth;

const isId = (text: string) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(text);

export const parameters = {
  from: {
    kind: 'text',
    valid: isMonth,
    allowed: `a month such as 2025-01: ${firstMonth} … ${lastMonth}`,
    default: firstMonth,
    description: 'First month shown.',
  },
  to: {
    kind: 'text',
    valid: isMonth,
    allowed: `a month such as 2025-12: ${firstMonth} … ${lastMonth}`,
    default: lastMonth,
    description: 'Last month shown. Two months in the wrong order are taken the other way round.',
  },
  view: {
    kind: 'choice',
    values: ['moves', 'rules'],
    default: 'moves',
    description: '`rules` shows those alone that changed what may be traded, with their state over time.',
  },
  actors: {
    kind: 'text',
    valid: isList(actors),
    allowed: `all, or a list such as us,cn: ${actors.join(', ')}`,
    default: 'all',
    description: 'Whose moves are shown, joined by commas.',
  },
  topics: {
    kind: 'text',
    valid: isList(topics),
    allowed: `all, or a list such as chips,memory: ${topics.join(', ')}`,
    default: 'all',
    description: 'What the moves are about, joined by commas.',
  },
  beat: {
    kind: 'choice',
    values: ['all', ...beatIds],
    default: 'h20',
    description:
      'The moves that are told, with the chip map of their day; `all` tells none. Gives way to an event, chip or rule, and to a stretch or a choice that leaves one of its moves out.',
  },
  event: {
    kind: 'text',
    valid: isId,
    allowed: 'the id of an event on record such as us-ifr-oct-2022',
    default: '',
    description: 'The event whose card lies beside the sheet.',
  },
  chip: {
    kind: 'text',
    valid: isId,
    allowed: 'the id of a chip that an event touches such as nvidia-h20',
    default: '',
    description: 'Brings out the events that touch this chip.',
  },
  rule: {
    kind: 'text',
    valid: isId,
    allowed: 'the id of a rule on record such as ifr-2023-10',
    default: '',
    description: 'Brings out the events that touch this rule.',
  },
  asof,
} as const;

export type TimelineParameters = typeof parameters;
export type TimelineValues = ParameterValues<TimelineParameters>;

export const declaration: WidgetDeclaration<TimelineParameters> = {
  sees: 'Washington and its partners act, Beijing acts, and each rule lasts: two sides that bind the same few chips and materials, most of it within two years.',
  id: 'policy-timeline',
  title: 'Moves and counter-moves',
  description:
    'What the United States, its partners and China did about chips since 2019, by actor and topic, with the chips and rules each move touched.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['events', 'rules', 'chips', 'sources'],
};
