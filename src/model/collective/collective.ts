import type { CollectiveRequest, CollectiveResult } from './request.ts';
import { requireInteger, requirePositive } from '../topology/range.ts';
import { phaseCost } from './closed/phaseCost.ts';
import { pipeline } from './closed/pipeline.ts';
import { bottleneckOf } from './bottleneck.ts';
import { checkDimensions, type Dimension } from './dimension.ts';
import { simulateMessages } from './message/simulate.ts';
import { busBandwidth, type Algorithm, type Operation } from './operation.ts';
import { planPhases, type Phase } from './phase.ts';
import { pointToPoint } from './pointToPoint.ts';

/** Most bytes of one rank. */
export const MAX_BYTES = 1e18;

/**
 * A ring on a ring and direct on a full mesh. On a switch halving and doubling where the ranks are a power of two, a chain
 * from and to a root, and direct for the rest.
 */
export function defaultAlgorithm(operation: Operation, dimension: Dimension): Algorithm {
  if (dimension.kind === 'ring' && operation !== 'neighbour-exchange') return 'ring';
  const halves = operation === 'all-reduce' || operation === 'reduce-scatter' || operation === 'all-gather';
  if (dimension.kind === 'switch' && halves && Number.isInteger(Math.log2(dimension.size)))
    return 'halving-doubling';
  const rooted = operation === 'broadcast' || operation === 'reduce';
  return dimension.kind === 'switch' && rooted ? 'ring' : 'direct';
}

/**
 * Predicts a collective. Both levels give the same time where no message waits for another but at the places that the
 * formulas count: see docs/model.md.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function predictCollective(
  dimensions: readonly Dimension[],
  request: CollectiveRequest,
): CollectiveResult {
  const ranks = checkDimensions(dimensions);
  const { operation, switching, truncate, level } = request;
  checkRequest(request);
  if (operation === 'point-to-point') return pointToPoint(dimensions, request);

  const { bytes, chunks } = chunkOf(request, ranks);
  const algorithms =
    request.algorithms.length > 0
      ? request.algorithms
      : dimensions.map((dimension) => defaultAlgorithm(operation, dimension));
  const phases = planPhases(dimensions, operation, algorithms, bytes, request.mode, truncate);
  const costs = phases.map((phase) =>
    phaseCost(dimensions[phase.dimension]!, phase, { switching, truncate }),
  );
  const time = (part: readonly Phase[]): number => {
    if (level === 'closed')
      return pipeline(
        part,
        part.map((phase) => costs[phases.indexOf(phase)]!),
        chunks,
        request.activeChunks,
      );
    return simulateMessages(dimensions, part, {
      switching,
      truncate,
      contention: request.contention ?? true,
      chunks,
      activeChunks: request.activeChunks,
    }).nanoseconds;
  };
  // Neighbours are served in all dimensions at once, over different links.
  const nanoseconds =
    operation === 'neighbour-exchange' ? Math.max(0, ...phases.map((phase) => time([phase]))) : time(phases);
  const seconds = nanoseconds / 1e9;
  return {
    seconds,
    ranks,
    busBandwidth: busBandwidth(operation, ranks, request.bytes, seconds),
    steps: costs.reduce((sum, cost) => sum + cost.steps, 0),
    chunks,
    phases: phases.map((phase, p) => ({
      ...phase,
      seconds: costs[p]!.duration / 1e9,
      busySeconds: costs[p]!.busy / 1e9,
      steps: costs[p]!.steps,
    })),
    bottleneck: bottleneckOf(dimensions, phases, costs, chunks, nanoseconds),
  };
}

/** @throws RangeError for sizes and counts that could not be. */
export function checkRequest({ bytes, chunks, activeChunks }: CollectiveRequest): void {
  requirePositive('bytes', bytes);
  if (bytes > MAX_BYTES)
    throw new RangeError(`bytes is ${String(bytes)}: allowed are at most ${String(MAX_BYTES)}`);
  requireInteger('chunks', chunks, 1, 65_536);
  requireInteger('active chunks', activeChunks, 1, 65_536);
}

/**
 * Bytes and number of chunks. In whole bytes, as ASTRA-sim cuts them: at least one byte for each rank (but for
 * all-gather), and one chunk more for what is left over.
 */
function chunkOf(request: CollectiveRequest, ranks: number): { bytes: number; chunks: number } {
  if (!request.truncate) return { bytes: request.bytes / request.chunks, chunks: request.chunks };
  const bytes = Math.floor(request.bytes / request.chunks);
  if (request.operation !== 'all-gather' && ranks > bytes) return { bytes: ranks, chunks: request.chunks };
  return {
    bytes: Math.max(1, bytes),
    chunks: Math.ceil(Math.floor(request.bytes) / Math.max(1, bytes)) || 1,
  };
}
