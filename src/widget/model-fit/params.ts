import type { WidgetDeclaration } from '../declaration.ts';
import type { ParameterValues } from '../parameter.ts';
import { asof } from '../sharedParameters.ts';

/** Models of the record, smallest first, and one of the reader's own. */
export const modelIds = [
  'gpt-oss-120b',
  'gpt-3-175b',
  'qwen3-235b-a22b',
  'glm-4.5',
  'llama-4-maverick',
  'llama-3.1-405b',
  'deepseek-v3',
  'pangu-ultra-moe',
  'kimi-k2',
  'own',
] as const;

/** Chips with a machine on record whose fast network is wired out, by the size of that machine. */
export const chipIds = [
  'nvidia-h100',
  'nvidia-gb200-gpu',
  'ascend-910c',
  'ascend-950dt',
  'google-tpu-v7-ironwood',
] as const;
export type ChipId = (typeof chipIds)[number];

/** The number format behind each word; FP4 is that of the open MX standard. */
export const formats = { bf16: 'bf16', fp8: 'fp8', fp4: 'mxfp4' } as const;

export const parameters = {
  model: {
    kind: 'choice',
    values: modelIds,
    default: 'llama-3.1-405b',
    description: 'A published open model, or `own` for one of as many parameters as `params` says.',
  },
  params: {
    kind: 'integer',
    min: 1,
    max: 20_000,
    default: 1000,
    description: 'Parameters of one’s own model, in thousands of millions.',
  },
  mode: {
    kind: 'choice',
    values: ['inference', 'training'],
    default: 'inference',
    description: 'What the chips are to do with the model.',
  },
  format: {
    kind: 'choice',
    values: ['bf16', 'fp8', 'fp4'],
    default: 'bf16',
    description:
      'Format of the weights: two bytes, one, or half of one, with the scales; tables, routers and norms keep two.',
  },
  context: {
    kind: 'integer',
    min: 1,
    max: 1_048_576,
    default: 32_768,
    description: 'Tokens of one sequence.',
  },
  batch: {
    kind: 'integer',
    min: 1,
    max: 4096,
    default: 16,
    description: 'Sequences worked on at once.',
  },
  chip: {
    kind: 'choice',
    values: chipIds,
    default: 'nvidia-h100',
    description: 'The chip, with the machine in which it is sold.',
  },
  machines: {
    kind: 'choice',
    values: ['shown', 'hidden'],
    default: 'shown',
    description: '`hidden` leaves out the machines, and with them where the fast network ends.',
  },
  asof,
} as const;

export type FitParameters = typeof parameters;
export type FitValues = ParameterValues<FitParameters>;

export const declaration: WidgetDeclaration<FitParameters> = {
  sees: 'A large model does not fit one chip, nor always one machine, and where the machine ends its traffic has to cross a slower network.',
  id: 'model-fit',
  title: 'How many chips a model needs',
  description:
    'Choose a model, what to do with it and a chip: see how many chips its memory takes, what fills them, what the fullest holds, and where the first network hop becomes unavoidable.',
  parameters,
  minimumSize: { width: 280, height: 420 },
  has3d: false,
  reads: ['chips', 'systems', 'sources'],
};
