import type { HcclAlgorithm, HcclRecord } from '../../../../data/schema/library.ts';
import { requirePositive } from '../../../topology/range.ts';
import { checkRequest } from '../../collective.ts';
import { checkDimensions, type Dimension } from '../../dimension.ts';
import { busBandwidth } from '../../operation.ts';
import type { CollectiveRequest } from '../../request.ts';
import type { Candidate, LibraryResult } from '../result.ts';
import { combinations, documented } from './choice.ts';
import { checkLevels, type Level } from './level.ts';
import { levelCost, nameOf, planOf, type HcclPlan, type Machine } from './plan.ts';
import { stagesOf } from './stage.ts';

export interface HcclOptions {
  /** Which product of the record; the first where none is named. */
  readonly product?: string;
  /** Takes the choice from the library, as its variable HCCL_ALGO does: one for all levels outside the server, or one each. */
  readonly algorithms?: readonly HcclAlgorithm[];
  /** Bytes a second that a rank reduces; endless where it is not given, since the guide prints no figure. */
  readonly reduction?: number;
}

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

function bottleneck({ seconds, latency }: HcclPlan): string {
  if (seconds === 0) return 'nothing: a single rank has all it needs';
  const share = Math.min(100, Math.round((latency / seconds) * 100));
  return share >= 50
    ? `alpha, the latency of messages: ${String(share)} % of the time`
    : `beta, the bytes on links: ${String(100 - share)} % of the time`;
}
