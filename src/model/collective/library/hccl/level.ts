import type { Dimension } from '../../dimension.ts';

export const levels = ['server', 'servers', 'superpods'] as const;
export type Level = (typeof levels)[number];

/** @throws RangeError for levels that are not one for each dimension, innermost first, or rings outside a server. */
export function checkLevels(dimensions: readonly Dimension[], kinds: readonly Level[]): void {
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
