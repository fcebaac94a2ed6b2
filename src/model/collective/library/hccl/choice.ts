import type { HcclAlgorithm, HcclRecord } from '../../../../data/schema/library.ts';
import type { Level } from './level.ts';

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));

/** All ways to give each outer level one of its algorithms. */
export function combinations(choices: readonly (readonly HcclAlgorithm[])[]): HcclAlgorithm[][] {
  return choices.reduce<HcclAlgorithm[][]>(
    (all, algorithms) => all.flatMap((choice) => algorithms.map((algorithm) => [...choice, algorithm])),
    [[]],
  );
}

/** What the guide says is taken where nothing is set, or null where it does not say. */
export function documented(
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
