import type { ModelRecord } from '../data/schema/model.ts';
import type { Dimension } from '../model/collective/dimension.ts';
import { machineDimensions } from '../model/collective/machine.ts';
import { recomputations, type Recomputation } from '../model/workload/activation.ts';
import {
  mixedPrecision,
  shardings,
  type Sharding,
  type TrainingBatch,
  type TrainingPrecision,
} from '../model/workload/memory.ts';
import type { Parallelism } from '../model/workload/parallelism.ts';
import {
  flatFormat,
  formatFor,
  numberFormats,
  weightParts,
  type NumberFormat,
  type WeightFormat,
} from '../model/workload/weightFormat.ts';
import { parseChoice, parseInteger, requireArgument, type Arguments } from './argument.ts';
import { knownModels } from './record.ts';
import { selectTopology } from './selection.ts';

export const planArguments = {
  tensor: 'value',
  context: 'value',
  data: 'value',
  pipeline: 'value',
  expert: 'value',
} as const;

const MOST = 1_000_000_000;

export function integer(args: Arguments, name: string, fallback: number, most = MOST): number {
  const text = args.value(name);
  return text === undefined ? fallback : parseInteger(name, text, 1, most);
}

/** A number above 0, and up to 1 where it is a share. */
export function decimal(args: Arguments, name: string, fallback: number, most: number, least = 0): number {
  const text = args.value(name);
  const value = text === undefined ? fallback : text.trim() === '' ? NaN : Number(text);
  if (!(Number.isFinite(value) && (least > 0 ? value >= least : value > 0) && value <= most))
    throw new RangeError(
      `--${name} is "${text!}": allowed are numbers ${least > 0 ? `from ${String(least)}` : 'above 0'} to ${String(most)}`,
    );
  return value;
}

export function selectModel(args: Arguments): { id: string; model: ModelRecord } {
  const models = knownModels();
  const id = requireArgument(args, 'model', 'deepseek-v3');
  const model = models.get(id);
  if (!model) throw new RangeError(`--model is "${id}": allowed are ${[...models.keys()].join(', ')}`);
  return { id, model };
}

export function readPlan(args: Arguments): Parallelism {
  return {
    tensor: integer(args, 'tensor', 1),
    context: integer(args, 'context', 1),
    data: integer(args, 'data', 1),
    pipeline: integer(args, 'pipeline', 1),
    expert: integer(args, 'expert', 1),
  };
}

export function readBatch(args: Arguments): TrainingBatch {
  return {
    sequence: integer(args, 'sequence', 4096),
    microbatch: integer(args, 'microbatch', 1),
    microbatches: integer(args, 'microbatches', 1),
  };
}

export function readMachine(args: Arguments): Dimension[] {
  const selection = selectTopology(args);
  if (selection.kind === 'cluster')
    throw new RangeError(
      `--system is "${args.value('system')!}", a cluster described by counts: allowed are machines, for example ${selection.pod.id}`,
    );
  return machineDimensions(selection.wiring);
}

export const batchArguments = { sequence: 'value', microbatch: 'value', microbatches: 'value' } as const;
export const trainingArguments = { ...batchArguments, sharding: 'value', recompute: 'value' } as const;

export const readSharding = (args: Arguments): Sharding =>
  parseChoice('sharding', args.value('sharding') ?? 'optimiser', shardings);
export const readRecompute = (args: Arguments): Recomputation =>
  parseChoice('recompute', args.value('recompute') ?? 'none', recomputations);

export const weightArguments = { weights: 'value', 'bytes-per-weight': 'value' } as const;

/** Bytes of weights by part, and the same in words. */
interface Weights {
  readonly format: WeightFormat;
  readonly text: string;
}

/**
 * The format of the weights: a word, or a number of bytes for every weight.
 * @throws RangeError for words and numbers that could not be, and for both at once.
 */
export function readWeights(args: Arguments, model: ModelRecord, fallback: NumberFormat): Weights {
  const bytes = args.value('bytes-per-weight');
  if (bytes !== undefined) {
    if (args.value('weights') !== undefined)
      throw new RangeError(`--bytes-per-weight is "${bytes}" beside --weights: allowed is one of the two`);
    const each = decimal(args, 'bytes-per-weight', 2, 8);
    return { format: flatFormat(each), text: `${String(each)} bytes for every weight` };
  }
  const word = parseChoice('weights', args.value('weights') ?? fallback, numberFormats);
  const format = formatFor(word, model.release);
  const wide = weightParts.filter((part) => word !== 'bf16' && format[part] === 2);
  return { format, text: wide.length ? `${word} with its scales; ${wide.join(', ')} in bf16` : word };
}

export const readPrecision = ({ format }: Weights): TrainingPrecision => ({
  ...mixedPrecision,
  weight: format,
});
