import { requireInteger, requirePositive } from '../topology/range.ts';
import { attentionWeights, type Architecture } from './architecture.ts';
import { fullestOf, holdingOf, kindsOfStages, type Holding, type StageBytes } from './fullest.ts';
import { mixedPrecision, servingStages, trainingStages } from './memory.ts';
import { chipsOf, MOST_CHIPS, type Parallelism } from './parallelism.ts';
import { queryHeads } from './slice.ts';
import { stagesOf, type Stage } from './stage.ts';
import type { WeightFormat } from './weightFormat.ts';

/** What fills memory, in the order it is laid out. */
export const memoryParts = ['weights', 'optimiser', 'gradients', 'activations', 'cache'] as const;
export type MemoryPart = (typeof memoryParts)[number];

/** What is to be held in memory. */
export interface FitLoad {
  readonly model: Architecture;
  readonly mode: 'inference' | 'training';
  readonly format: WeightFormat;
  /** Tokens of a sequence. */
  readonly context: number;
  /** Sequences at once. */
  readonly batch: number;
}

export interface Fit {
  /** Bytes of each part of one copy of everything; zero where the mode has no such part. */
  readonly bytes: Readonly<Record<MemoryPart, number>>;
  readonly total: number;
  /** Fewest chips on which the parts that stay whole find room, and how they are dealt out. */
  readonly chips: number;
  readonly plan: Parallelism;
  /** What the fullest of these chips holds, and its bytes. */
  readonly fullest: Holding & { readonly bytes: number };
}

/** Bytes of one cached number: BF16, as most servers keep it. */
export const cachedBytes = 2;

const alone: Parallelism = { tensor: 1, context: 1, data: 1, pipeline: 1, expert: 1 };

/**
 * The fewest chips that hold a model and what it works on: of all plans that cut heads over tensor ranks, layers over
 * stages of a pipeline, sequences over data ranks and, in inference, experts over these, the one with fewest chips whose
 * fullest chip has room; of equals the one whose fullest chip holds least. Nothing else stands in memory, so it is still a
 * floor. Inference holds weights and the cache of every sequence. Training holds weights in the format asked for,
 * gradients in BF16, Adam's state and master copy in FP32 shared out over the data ranks (ZeRO 1), and of activations only
 * the input of each layer, the rest being worked out again.
 * @param capacity bytes of one chip's memory.
 * @throws RangeError for impossible sizes, and where no plan finds room.
 */
export function fitModel(load: FitLoad, capacity: number): Fit {
  const { model } = load;
  requirePositive('memory of a chip', capacity);
  requireInteger('context', load.context, 1, 100_000_000);
  requireInteger('batch', load.batch, 1, 1_000_000);
  const { bytes, total } = wholeOf(load);
  const weigh = (plan: Parallelism, stages: readonly Stage[]): StageBytes =>
    fullestOf(weighing(load, plan, stages));
  const stages = new Map<number, readonly Stage[]>();
  const stagesFor = (pipeline: number): readonly Stage[] => {
    const known = stages.get(pipeline) ?? kindsOfStages(stagesOf(model, pipeline));
    stages.set(pipeline, known);
    return known;
  };
  const least = Math.ceil(total / capacity);
  let best: { readonly plan: Parallelism; readonly chips: number; readonly fullest: StageBytes } | undefined;
  for (const cut of cutsOf(model, least)) {
    const inOne = cut.tensor * cut.pipeline;
    const most = Math.min(load.batch, Math.floor((best?.chips ?? MOST_CHIPS) / inOne));
    if (most < 1) continue;
    for (const spread of load.mode === 'inference' && model.experts ? [false, true] : [false]) {
      const planOf = (data: number): Parallelism => ({ ...alone, ...cut, data, expert: spread ? data : 1 });
      const cap = spread ? Math.min(most, model.experts!.routed) : most;
      if (inOne * cap < least) continue;
      const fits = (data: number): boolean => weigh(planOf(data), stagesFor(cut.pipeline)).total <= capacity;
      const data = smallest(Math.min(cap, Math.max(1, Math.ceil(least / inOne))), cap, fits);
      if (data === undefined) continue;
      const plan = planOf(data);
      const chips = chipsOf(plan);
      const fullest = weigh(plan, stagesFor(cut.pipeline));
      if (!best || chips < best.chips || (chips === best.chips && fullest.total < best.fullest.total))
        best = { plan, chips, fullest };
    }
  }
  if (!best)
    throw new RangeError(
      `memory of a chip is ${String(capacity)} bytes: allowed are sizes that hold the smallest part of the model, which stays whole`,
    );
  const { plan, chips, fullest } = best;
  return {
    bytes,
    total,
    chips,
    plan,
    fullest: { ...holdingOf(model, plan, fullest.stage), bytes: fullest.total },
  };
}

/** Bytes of one copy of everything, on one chip of boundless memory. */
function wholeOf(load: FitLoad): Pick<Fit, 'bytes' | 'total'> {
  const [one] = weighing(load, alone, stagesOf(load.model, 1));
  const bytes = { weights: 0, optimiser: 0, gradients: 0, activations: 0, cache: 0 };
  for (const part of memoryParts) bytes[part] = one![part] ?? 0;
  return { bytes, total: memoryParts.reduce((sum, part) => sum + bytes[part], 0) };
}

/** Bytes of the fullest chip of each stage; data ranks share the sequences, whole, as evenly as they can. */
function weighing(
  { model, mode, format, context, batch }: FitLoad,
  plan: Parallelism,
  stages: readonly Stage[],
): readonly (StageBytes & Partial<Record<MemoryPart, number>>)[] {
  const sequences = Math.ceil(batch / plan.data);
  if (mode === 'inference')
    return servingStages(model, plan, sequences, context, format, cachedBytes, stages);
  return trainingStages(
    model,
    plan,
    { sequence: context, microbatch: sequences, microbatches: 1 },
    'optimiser',
    'full',
    { ...mixedPrecision, weight: format },
    stages,
  );
}

/** Ways to cut one copy of a model: first those with chips enough for everything, fewest first, then the others. */
function cutsOf(
  model: Architecture,
  least: number,
): { readonly tensor: number; readonly pipeline: number }[] {
  const heads = queryHeads(model);
  const cuts: { tensor: number; pipeline: number }[] = [];
  for (let tensor = 1; tensor <= heads; tensor++)
    if (heads % tensor === 0)
      for (let pipeline = 1; pipeline <= model.layers; pipeline++) cuts.push({ tensor, pipeline });
  const order = ({ tensor, pipeline }: (typeof cuts)[number]): number => {
    const chips = tensor * pipeline;
    return chips >= least ? chips : Number.MAX_SAFE_INTEGER - chips;
  };
  return cuts.sort((a, b) => order(a) - order(b));
}

/** The smallest whole number from `low` to `high` that passes, where what passes goes on passing above. */
function smallest(low: number, high: number, passes: (value: number) => boolean): number | undefined {
  if (!passes(high)) return undefined;
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

/** Words that tables of a plain model hold, and the heads its keys and values share, as in Llama 3.1. */
const plain = { vocabulary: 128_256, headDim: 128, keyHeads: 8 } as const;

/** Its layers, and with them its query heads, come in steps, so that the heads can be cut. */
const layerStep = 8;

/**
 * A dense model of so many weights with the proportions of the Llama 3.1 family: 128 times as wide as it has layers, eight
 * key-value heads of 128, and a gated feed-forward block that takes the rest.
 * @param parameters from 10⁹ to 10¹⁴.
 */
export function plainArchitecture(parameters: number): Architecture {
  requirePositive('parameters', parameters);
  if (parameters < 1e9 || parameters > 1e14)
    throw new RangeError(`parameters are ${String(parameters)}: allowed are 10⁹ to 10¹⁴`);
  // 12 layers·hidden² weights with hidden = 128·layers (Kaplan et al., arXiv 2001.08361, section 2.1).
  const even = Math.cbrt(parameters / (12 * plain.headDim ** 2));
  const layers = layerStep * Math.max(1, Math.round(even / layerStep));
  const hidden = plain.headDim * layers;
  const model = {
    layers,
    hidden,
    vocabulary: plain.vocabulary,
    tied_embeddings: true,
    attention: {
      kind: 'heads' as const,
      query_heads: layers,
      kv_heads: Math.min(plain.keyHeads, layers),
      head_dim: plain.headDim,
    },
  };
  const tables = plain.vocabulary * hidden + (2 * layers + 1) * hidden;
  const left = (parameters - tables) / layers - attentionWeights(model);
  return { ...model, feed_forward: { hidden: Math.max(1, Math.round(left / (3 * hidden))), matrices: 3 } };
}
