/** Steps between neighbours along each dimension when the innermost counts fastest. */
export function strides(shape: readonly number[]): number[] {
  let step = 1;
  return shape.map((size) => {
    const own = step;
    step *= size;
    return own;
  });
}

/** Position of an NPU along one dimension. */
export function coordinate(id: number, size: number, stride: number): number {
  return Math.floor(id / stride) % size;
}

/**
 * Group of every NPU when those that differ only in the dimensions `over` belong together. Groups are numbered by the
 * remaining dimensions, innermost fastest.
 */
export function groupsOver(shape: readonly number[], over: readonly number[]): Uint32Array {
  const group = new Uint32Array(shape.reduce((a, b) => a * b, 1));
  // The first `filled` entries are right for the dimensions so far; each further position of the next one repeats them.
  let filled = 1;
  let weight = 1;
  shape.forEach((size, d) => {
    const step = over.includes(d) ? 0 : weight;
    for (let position = 1; position < size; position++) {
      const shift = position * step;
      const start = position * filled;
      for (let i = 0; i < filled; i++) group[start + i] = group[i]! + shift;
    }
    filled *= size;
    if (step) weight *= size;
  });
  return group;
}
