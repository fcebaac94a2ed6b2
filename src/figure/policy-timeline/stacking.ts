/** A stretch of a column that wants to begin at a place, in pixels from its top. */
export interface StackItem {
  readonly wanted: number;
  readonly height: number;
  /** What cannot move keeps its place; the others make way. */
  readonly fixed: boolean;
}

/** Weight of what cannot move, so that all others together push it less than a hundredth of a pixel. */
const anchored = 1e7;

/**
 * Places for stretches of a column in the order given, at least `gap` apart, with the least sum of squared distances
 * from the places they want (pool adjacent violators, Ayer et al., 1955).
 * @returns where each begins
 */
export function stackColumn(items: readonly StackItem[], gap: number): number[] {
  const before: number[] = [];
  items.forEach((_, i) => before.push(i === 0 ? 0 : before[i - 1]! + items[i - 1]!.height + gap));
  const pools: { sum: number; weight: number; count: number }[] = [];
  items.forEach(({ wanted, fixed }, i) => {
    const weight = fixed ? anchored : 1;
    let pool = { sum: (wanted - before[i]!) * weight, weight, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, weight: pool.weight + last.weight, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const levels = pools.flatMap(({ sum, weight, count }) => Array<number>(count).fill(sum / weight));
  return levels.map((level, i) => level + before[i]!);
}
