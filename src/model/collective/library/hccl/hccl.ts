import type { HcclAlgorithm, HcclRecord } from '../../../../data/schema/library.ts';
import { requirePositive } from '../../../topology/range.ts';
import { checkRequest } from '../../collective.ts';
import { checkDimensions, type Dimension } from '../../dimension.ts';
import { busBandwidth } from '../../operation.ts';
import type { CollectiveRequest, PhaseResult } from '../../request.ts';
import type { Candidate, LibraryResult } from '../result.ts';
import {
  concatenatedTime,
  levelSteps,
  levelTime,
  pipelineTime,
  type LevelAlgorithm,
  type LevelCost,
  type LevelOperation,
} from './cost.ts';

export const levels = ['server', 'servers', 'superpods'] as const;
export type Level = (typeof levels)[number];

export interface HcclOptions {
  /** Which product of the record; the first where none is named. */
  readonly product?: string;
  /** Takes the choice from the library, as its variable HCCL_ALGO does: one for all levels outside the server, or one each. */
  readonly algorithms?: readonly HcclAlgorithm[];
  /** Bytes a second that a rank reduces; endless where it is not given, since the guide prints no figure. */
  readonly reduction?: number;
}

/** One stage: an operation within one dimension. */
interface Stage {
  readonly dimension: number;
  readonly operation: LevelOperation;
  /** Of the whole buffer, as `levelTime` takes it. */
  readonly bytes: number;
}

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));

/**
 * What HCCL would choose for a collective and how long that takes by its guide: level by level, alpha for each message,
 * beta for each byte, gamma for each byte reduced. Where the guide does not say how the library chooses, the cheapest of
 * what the product offers is taken, and the others are listed.
 * @param kinds the level of each dimension, innermost first.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function predictHccl(
  record: HcclRecord,
  dimensions: readonly Dimension[],
  kinds: readonly Level[],
  request: Pick<CollectiveRequest, 'operation' | 'bytes'>,
  options: HcclOptions = {},
): LibraryResult {
  const { operation, bytes } = request;
  const ranks = checkDimensions(dimensions);
  checkRequest({ ...request, chunks: 1, activeChunks: 1 } as CollectiveRequest);
  if (ranks > 1) checkLevels(dimensions, kinds);
  if (operation === 'point-to-point' || operation === 'neighbour-exchange')
    throw new RangeError(
      `operation is ${operation}: allowed at the library level of HCCL are all-reduce, reduce-scatter, all-gather, all-to-all, broadcast, reduce`,
    );
  const product = record.products.find(({ id }) => id === (options.product ?? record.products[0]!.id));
  if (!product)
    throw new RangeError(
      `product is ${options.product!}: allowed are ${record.products.map(({ id }) => id).join(', ')}`,
    );
  const reduction =
    options.reduction === undefined ? Infinity : requirePositive('reduction', options.reduction);
  const machine: Machine = {
    kinds,
    dimensions,
    costs: dimensions.map((dimension) => levelCost(dimension, 1 / reduction)),
  };
  const stages = stagesOf(operation, dimensions, bytes);
  const outer = [...new Set(stages.map(({ dimension }) => dimension))]
    .filter((d) => kinds[d] !== 'server')
    .sort((a, b) => a - b);
  const exchanges = operation === 'all-to-all';
  const offered = (d: number): readonly HcclAlgorithm[] => {
    const all = kinds[d] === 'superpods' ? (product.superpods ?? product.algorithms) : product.algorithms;
    // The guide gives this exchange one algorithm, whatever else a product has.
    return exchanges ? ['pairwise'] : all.filter((algorithm) => algorithm !== 'pairwise');
  };
  const given = options.algorithms ?? [];
  if (given.length > 1 && given.length !== outer.length)
    throw new RangeError(
      `number of algorithms is ${String(given.length)}: allowed are 1 or one for each of the ${String(outer.length)} dimensions outside the server`,
    );
  const choices = outer.map((d, i) => {
    const own = given[given.length === 1 ? 0 : i];
    if (own !== undefined && !offered(d).includes(own))
      throw new RangeError(
        `algorithm is ${own}: allowed for ${operation} on ${product.name} ${record.levels.find(({ id }) => id === kinds[d])!.name} are ${offered(d).join(', ')}`,
      );
    return own === undefined ? offered(d) : [own];
  });

  const plans = combinations(choices)
    .map((choice) => planOf(choice, stages, machine, outer))
    .filter((plan) => plan !== null)
    .sort((a, b) => a.seconds - b.seconds);
  const wanted = outer.map((d) =>
    exchanges ? 'pairwise' : documented(record, product, kinds[d]!, dimensions[d]!.size),
  );
  const free = given.length === 0 && wanted.includes(null);
  const chosen =
    plans.find(({ choice }) => choice.every((algorithm, i) => algorithm === (wanted[i] ?? algorithm))) ??
    plans[0];
  if (!chosen)
    throw new RangeError(
      `algorithm is ${given.join(',')}: allowed for ${operation} over ${String(stages.length)} stages are algorithms that stay within one level; pipeline and ahc span a server and one level outside it`,
    );
  return {
    library: 'hccl',
    ranks,
    chunks: 1,
    seconds: chosen.seconds,
    busBandwidth: busBandwidth(operation, ranks, bytes, chosen.seconds),
    steps: chosen.steps,
    algorithm: nameOf(chosen),
    protocol: null,
    channels: null,
    phases: chosen.phases,
    candidates: plans.map((plan): Candidate => ({
      algorithm: nameOf(plan),
      protocol: null,
      seconds: plan.seconds,
    })),
    fillSeconds: 0,
    bottleneck: bottleneck(chosen),
    assumptions: [
      ...(free ? [`${product.note} The cheapest is shown.`] : []),
      ...(options.reduction === undefined ? ['Reducing takes no time: no gamma is published.'] : []),
    ],
  };
}

function checkLevels(dimensions: readonly Dimension[], kinds: readonly Level[]): void {
  if (kinds.length !== dimensions.length)
    throw new RangeError(
      `links is ${kinds.join(',') || 'missing'}, ${String(kinds.length)} values: allowed are ${String(dimensions.length)}, one for each dimension: ${levels.join(', ')}`,
    );
  kinds.forEach((kind, d) => {
    if (kind !== 'server' && dimensions[d]!.kind === 'ring')
      throw new RangeError(
        `dimension ${String(d)} is a ring between ${kind}: allowed outside a server at the library level of HCCL are full meshes and switches`,
      );
    if (d > 0 && levels.indexOf(kind) < levels.indexOf(kinds[d - 1]!))
      throw new RangeError(
        `links of dimension ${String(d)} is ${kind} outside ${kinds[d - 1]!}: allowed are levels from the innermost out: ${levels.join(', ')}`,
      );
  });
}

interface Machine {
  readonly dimensions: readonly Dimension[];
  readonly kinds: readonly Level[];
  readonly costs: readonly LevelCost[];
}

/** Through a switch a message takes two links, and a port serves the other ranks one after another. */
function levelCost({ kind, size, latency, bandwidth }: Dimension, gamma: number): LevelCost {
  return {
    ranks: size,
    alpha: (kind === 'switch' ? 2 : 1) * latency,
    beta: 1 / bandwidth,
    turns: kind === 'switch' ? Math.max(1, size - 1) : 1,
    gamma,
  };
}

/**
 * The order of levels that the guide gives, so that the larger part stays on the faster links: reduce-scatter comes in
 * from the outermost, all-gather goes out from the innermost, the others work their way out and back.
 */
function stagesOf(operation: LevelOperation, dimensions: readonly Dimension[], bytes: number): Stage[] {
  const active = dimensions.map((_, d) => d).filter((d) => dimensions[d]!.size > 1);
  const size = (d: number): number => dimensions[d]!.size;
  const stages: Stage[] = [];
  if (operation === 'all-to-all') return active.map((dimension) => ({ dimension, operation, bytes }));
  if (operation === 'all-gather') {
    let held = bytes;
    for (const d of active) stages.push({ dimension: d, operation, bytes: (held *= size(d)) });
    return stages;
  }
  let left = bytes;
  if (operation === 'reduce-scatter') {
    for (const d of [...active].reverse()) {
      stages.push({ dimension: d, operation, bytes: left });
      left /= size(d);
    }
    return stages;
  }
  const inner = active.slice(0, -1);
  const back: Stage[] = [];
  for (const d of inner) {
    stages.push({
      dimension: d,
      operation: operation === 'broadcast' ? 'scatter' : 'reduce-scatter',
      bytes: left,
    });
    back.unshift({ dimension: d, operation: operation === 'reduce' ? 'gather' : 'all-gather', bytes: left });
    left /= size(d);
  }
  if (active.length > 0) stages.push({ dimension: active.at(-1)!, operation, bytes: left });
  return [...stages, ...back];
}

/** All ways to give each outer level one of its algorithms. */
function combinations(choices: readonly (readonly HcclAlgorithm[])[]): HcclAlgorithm[][] {
  return choices.reduce<HcclAlgorithm[][]>(
    (all, algorithms) => all.flatMap((choice) => algorithms.map((algorithm) => [...choice, algorithm])),
    [[]],
  );
}

/** What the guide says is taken where nothing is set, or null where it does not say. */
function documented(
  record: HcclRecord,
  { choice, algorithms }: HcclRecord['products'][number],
  kind: Level,
  size: number,
): HcclAlgorithm | null {
  if (choice === 'one') return algorithms[0]!;
  const evenly = isPowerOfTwo(size);
  if (kind === 'superpods') return !evenly && size < record.superpod_ring_below ? 'ring' : 'halving-doubling';
  if (choice === 'power-of-two') return evenly ? 'halving-doubling' : 'ring';
  return null;
}

interface HcclPlan {
  /** Of each level outside the server, innermost first. */
  readonly choice: readonly HcclAlgorithm[];
  readonly seconds: number;
  readonly latency: number;
  readonly steps: number;
  readonly phases: readonly PhaseResult[];
}

const nameOf = ({ choice }: HcclPlan): string => choice.join('+') || 'mesh';

/** What the hardware of a server decides. */
const serverAlgorithm = ({ kind }: Dimension): LevelAlgorithm => (kind === 'ring' ? 'ring' : 'mesh');

/** @returns null where an algorithm has no plan for the operation on this machine. */
function planOf(
  choice: readonly HcclAlgorithm[],
  stages: readonly Stage[],
  { dimensions, kinds, costs }: Machine,
  outer: readonly number[],
): HcclPlan | null {
  if (choice.includes('pipeline') || choice.includes('ahc')) return spanningPlan(choice, stages, costs);
  const phases: PhaseResult[] = [];
  let latency = 0;
  for (const { dimension: d, operation, bytes } of stages) {
    const algorithm =
      kinds[d] === 'server' ? serverAlgorithm(dimensions[d]!) : (choice[outer.indexOf(d)] as LevelAlgorithm);
    const seconds = levelTime(algorithm, operation, costs[d]!, bytes);
    const steps = levelSteps(algorithm, operation, costs[d]!.ranks);
    if (seconds === null || steps === null) return null;
    latency += steps * costs[d]!.alpha;
    phases.push(phaseOf(d, operation, algorithm, bytes, seconds, steps, costs[d]!));
  }
  const sum = (read: (phase: PhaseResult) => number): number =>
    phases.reduce((total, phase) => total + read(phase), 0);
  return {
    choice,
    seconds: sum(({ seconds }) => seconds),
    latency,
    steps: sum(({ steps }) => steps),
    phases,
  };
}

/** Pipeline and AHC work in a server and the one level outside it at once, so they have no phases of their own. */
function spanningPlan(
  choice: readonly HcclAlgorithm[],
  stages: readonly Stage[],
  costs: readonly LevelCost[],
): HcclPlan | null {
  const spanned = [...new Set(stages.map(({ dimension }) => dimension))].sort((a, b) => a - b);
  if (choice.length !== 1 || spanned.length !== 2) return null;
  const [within, between] = spanned.map((d) => costs[d]!) as [LevelCost, LevelCost];
  const { operation } = stages.find(({ dimension }) => dimension === spanned[1])!;
  const bytes = Math.max(...stages.map((stage) => stage.bytes));
  const pipelined = choice[0] === 'pipeline';
  const seconds = (pipelined ? pipelineTime : concatenatedTime)(operation, within, between, bytes);
  if (seconds === null) return null;
  const once = pipelined
    ? between.ranks
    : Math.ceil(Math.log2(within.ranks)) + Math.ceil(Math.log2(between.ranks));
  const steps = (operation === 'all-reduce' ? 2 : 1) * once;
  return { choice, seconds, latency: steps * Math.max(within.alpha, between.alpha), steps, phases: [] };
}

function phaseOf(
  dimension: number,
  operation: LevelOperation,
  algorithm: LevelAlgorithm,
  bytes: number,
  seconds: number,
  steps: number,
  { alpha, ranks }: LevelCost,
): PhaseResult {
  const own = { mesh: 'direct', pairwise: 'direct' } as const;
  return {
    dimension,
    operation: operation === 'scatter' ? 'broadcast' : operation === 'gather' ? 'reduce' : operation,
    algorithm: algorithm === 'mesh' || algorithm === 'pairwise' ? own[algorithm] : algorithm,
    bytes: operation === 'all-gather' ? bytes / ranks : bytes,
    direction: 1,
    seconds,
    busySeconds: Math.max(0, seconds - steps * alpha),
    steps,
  };
}

function bottleneck({ seconds, latency }: HcclPlan): string {
  if (seconds === 0) return 'nothing: a single rank has all it needs';
  const share = Math.min(100, Math.round((latency / seconds) * 100));
  return share >= 50
    ? `alpha, the latency of messages: ${String(share)} % of the time`
    : `beta, the bytes on links: ${String(100 - share)} % of the time`;
}
