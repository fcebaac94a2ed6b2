import type { Dimension } from '../../dimension.ts';
import type { LevelOperation } from './cost.ts';

/** One stage: an operation within one dimension. */
export interface Stage {
  readonly dimension: number;
  readonly operation: LevelOperation;
  /** Of the whole buffer, as `levelTime` takes it. */
  readonly bytes: number;
}

/**
 * The order of levels that the guide gives, so that the larger part stays on the faster links: reduce-scatter comes in
 * from the outermost, all-gather goes out from the innermost, the others work their way out and back.
 */
export function stagesOf(
  operation: LevelOperation,
  dimensions: readonly Dimension[],
  bytes: number,
): Stage[] {
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
