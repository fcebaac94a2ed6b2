/** Who may use a dimension: at each rank, chunks take turns in the order they come, `active` of them at once. */
export interface Turns {
  /** Puts a chunk's phase at the end of the queue of its dimension. */
  join(dimension: number, rank: number, item: number): void;
  /** Lets in as many as there is room for. */
  admit(dimension: number, rank: number): void;
  /** One has finished. */
  release(dimension: number, rank: number): void;
}

export function turns(
  dimensions: number,
  ranks: number,
  active: number,
  enter: (item: number, rank: number) => void,
): Turns {
  const queues: number[][] = Array.from({ length: dimensions * ranks }, () => []);
  const running = new Int32Array(dimensions * ranks);
  return {
    join(dimension, rank, item) {
      queues[dimension * ranks + rank]!.push(item);
    },
    admit(dimension, rank) {
      const at = dimension * ranks + rank;
      while (queues[at]!.length > 0 && running[at]! < active) {
        running[at]!++;
        enter(queues[at]!.shift()!, rank);
      }
    },
    release(dimension, rank) {
      running[dimension * ranks + rank]!--;
    },
  };
}
